// What the page does beyond showing itself: the switch of light and dark, charts, and sorting of tables.
(function () {
  "use strict";

  // -- light and dark ---------------------------------------------------------------------------------
  function theme() {
    return document.documentElement.dataset.theme ||
      (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  }

  document.querySelectorAll("[data-theme-switch]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var next = theme() === "dark" ? "light" : "dark";
      document.documentElement.dataset.theme = next;
      try { localStorage.setItem("detente-theme", next); } catch (_) { /* storage may be barred */ }
      document.querySelectorAll("[data-chart]").forEach(draw);
    });
  });

  // -- charts -----------------------------------------------------------------------------------------
  var tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  document.body.append(tip);

  // Vega's own tooltip writes a style element, which the policy of the page bars.
  function showTip(_, event, item, value) {
    if (value === null || value === undefined || value === "") { tip.hidden = true; return; }
    tip.replaceChildren();
    if (typeof value !== "object") tip.textContent = String(value);
    else Object.keys(value).forEach(function (key) {
      if (value[key] === "" || value[key] === null || value[key] === undefined) return;
      var line = document.createElement("p"), name = document.createElement("b");
      if (key.trim()) { name.textContent = key + " "; line.append(name); }
      line.append(String(value[key]));
      tip.append(line);
    });
    tip.hidden = false;
    var room = document.documentElement.clientWidth;
    tip.style.left = Math.max(8, Math.min(event.pageX + 14, scrollX + room - tip.offsetWidth - 12)) + "px";
    tip.style.top = (event.pageY + 16) + "px";
  }

  function failed(place, words) {
    var line = document.createElement("p");
    line.className = "empty";
    line.textContent = words;
    place.replaceChildren(line);
  }

  function draw(place) {
    var address = place.dataset.chart;
    var asked = address + (address.includes("?") ? "&" : "?") + "theme=" + theme();
    return fetch(asked).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(function (spec) {
      var room = document.createElement("div");
      room.className = "vega-room";
      place.replaceChildren(room);
      // with its tree of expressions and an interpreter, Vega makes no code out of strings
      return vegaEmbed(room, spec, {
        ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: showTip
      });
    }).then(function (drawn) {
      // the words of the whole chart are said by its frame
      place.querySelectorAll("svg").forEach(function (svg) { svg.setAttribute("aria-hidden", "true"); });
      drawn.view.addEventListener("click", function (event, item) {
        var show = item && item.datum && item.datum.show, panel = document.getElementById("evidence");
        if (typeof show === "string" && panel) { fill(panel, show, true); return; }
        var to = item && item.datum && item.datum.to;
        if (typeof to !== "string") return;
        // addresses of the page itself, never of elsewhere
        if (/^\/(?!\/)/.test(to)) location.href = to;
        else if (/^#[-\w]+$/.test(to)) reveal(to.slice(1));
      });
      place.dispatchEvent(new CustomEvent("drawn", { bubbles: true, detail: drawn }));
      return drawn;
    }).catch(function (error) {
      failed(place, "The chart could not be drawn (" + error.message + ").");
    });
  }

  function reveal(id) {
    var found = document.getElementById(id);
    if (!found) return;
    for (var up = found; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    history.replaceState(null, "", "#" + id);
    document.querySelectorAll(".chosen").forEach(function (old) { old.classList.remove("chosen"); });
    found.classList.add("chosen");
    found.setAttribute("tabindex", "-1");
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center" });
  }

  // -- parts of a view that are fetched when it is there ----------------------------------------------
  function fill(place, address, seen) {
    if (!/^\/(?!\/)/.test(address)) return Promise.resolve();
    return fetch(address + (address.includes("?") ? "&" : "?") + "part=1").then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(function (text) {
      // made by the templates of this page, with everything escaped, and scripts do not run in it
      var made = new DOMParser().parseFromString(text, "text/html").body;
      place.replaceChildren.apply(place, Array.from(made.childNodes));
      if (seen) place.scrollIntoView({ block: "nearest" });
    }).catch(function () { if (seen) failed(place, "This could not be fetched."); });
  }

  document.querySelectorAll("[data-part]").forEach(function (place) { fill(place, place.dataset.part, false); });

  window.detente = { draw: draw, theme: theme, reveal: reveal };
  if (window.vegaEmbed) document.querySelectorAll("[data-chart]").forEach(draw);
  if (location.hash.length > 1) reveal(decodeURIComponent(location.hash.slice(1)));

  // -- sorting of tables ------------------------------------------------------------------------------
  document.querySelectorAll("table.sortable th[scope=col]").forEach(function (head, place) {
    var button = document.createElement("button");
    button.type = "button";
    button.append.apply(button, head.childNodes);
    head.append(button);
    button.addEventListener("click", function () {
      var table = head.closest("table"), body = table.tBodies[0], at = head.cellIndex;
      var down = head.getAttribute("aria-sort") !== "descending";
      table.querySelectorAll("th[aria-sort]").forEach(function (th) { th.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      var value = function (row) { return row.cells[at].dataset.value || row.cells[at].textContent.trim(); };
      var rows = Array.from(body.rows).sort(function (a, b) {
        var one = value(a), two = value(b), x = parseFloat(one), y = parseFloat(two);
        var order = isNaN(x) || isNaN(y) ? one.localeCompare(two) : x - y;
        return down ? -order : order;
      });
      body.append.apply(body, rows);
    });
  });
})();

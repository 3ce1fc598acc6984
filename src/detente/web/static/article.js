// The article: the claims that words belong to are explained when one points at them or moves to their numbers.
(function () {
  "use strict";
  var text = document.getElementById("text"), panel = document.getElementById("claims");
  if (!text || !panel) return;

  var box = document.createElement("div");
  box.className = "explained";
  box.id = "explained";
  box.hidden = true;
  document.body.append(box);
  var shown = "", leaving = 0;

  function light(number) {
    document.querySelectorAll(".lit").forEach(function (old) {
      old.classList.remove("lit", "as-actor", "as-target", "as-speaker", "as-trigger", "as-time", "as-status");
    });
    if (!number) return;
    text.querySelectorAll("[data-claims]").forEach(function (piece) {
      var roles = piece.dataset.roles.split(" ").filter(function (role) { return role.split(":")[0] === number; });
      if (piece.dataset.claims.split(" ").includes(number) || roles.length) piece.classList.add("lit");
      roles.forEach(function (role) { piece.classList.add("as-" + role.split(":")[1]); });
    });
    var ref = document.getElementById("ref-" + number), card = cardOf(number);
    if (ref) ref.classList.add("lit");
    if (card) card.classList.add("lit");
  }

  function cardOf(number) { return panel.querySelector('[data-number="' + number + '"]'); }

  function explain(numbers, near) {
    clearTimeout(leaving);
    var key = numbers.join(" ");
    light(numbers[numbers.length - 1]);
    if (key === shown && !box.hidden) return;
    shown = key;
    box.replaceChildren.apply(box, numbers.map(function (number) {
      var part = document.createElement("div"), card = cardOf(number);
      if (!card) return part;
      [".claim-line", ".why"].forEach(function (what) {
        var found = card.querySelector(what);
        if (found) part.append(found.cloneNode(true));
      });
      part.querySelectorAll("a").forEach(function (link) { link.tabIndex = -1; });
      return part;
    }));
    box.hidden = false;
    var at = near.getClientRects()[0] || near.getBoundingClientRect();
    var room = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(at.left + scrollX, scrollX + room - box.offsetWidth - 8));
    var below = at.bottom + 6 + box.offsetHeight < innerHeight || at.top < box.offsetHeight + 70;
    box.style.left = left + "px";
    box.style.top = (below ? at.bottom + scrollY + 6 : at.top + scrollY - box.offsetHeight - 6) + "px";
  }

  function hide() {
    box.hidden = true;
    shown = "";
    light("");
  }

  function soon() { clearTimeout(leaving); leaving = setTimeout(hide, 180); }

  text.addEventListener("mouseover", function (event) {
    var ref = event.target.closest(".ref[data-claim]"), piece = event.target.closest("[data-claims]");
    if (ref) explain([ref.dataset.claim], ref);
    else if (piece) explain(piece.dataset.claims.split(" "), piece);
    else soon();
  });
  text.addEventListener("mouseleave", soon);
  box.addEventListener("mouseenter", function () { clearTimeout(leaving); });
  box.addEventListener("mouseleave", soon);
  text.addEventListener("focusin", function (event) {
    var ref = event.target.closest(".ref[data-claim]");
    if (!ref) { hide(); return; }
    ref.setAttribute("aria-describedby", "explained");
    explain([ref.dataset.claim], ref);
  });
  text.addEventListener("focusout", soon);
  text.addEventListener("click", function (event) {
    var piece = event.target.closest("[data-claims]");
    if (piece && !event.target.closest("a")) explain(piece.dataset.claims.split(" "), piece);
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
  panel.addEventListener("mouseover", function (event) {
    var card = event.target.closest("[data-number]");
    light(card ? card.dataset.number : "");
  });
  panel.addEventListener("mouseleave", function () { light(""); });
  panel.addEventListener("focusin", function (event) {
    var card = event.target.closest("[data-number]");
    light(card ? card.dataset.number : "");
  });
})();

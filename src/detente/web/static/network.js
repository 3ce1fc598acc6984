// The slider of the network: it moves the day by months, and shows that day when it is let go.
(function () {
  "use strict";
  var place = document.querySelector("[data-slider]"), form = document.getElementById("network-form");
  if (!place || !form) return;
  var slide = place.querySelector("input"), said = place.querySelector("output"), day = form.elements.on;
  var first = Number(place.dataset.first), last = Number(place.dataset.last), now = place.dataset.now.split("-");
  var names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];

  slide.min = 0;
  slide.max = (last - first + 1) * 12 - 1;
  slide.step = 1;
  slide.value = (Number(now[0]) - first) * 12 + Number(now[1]) - 1;
  place.hidden = false;

  function month() { return { year: first + Math.floor(slide.value / 12), month: slide.value % 12 }; }

  slide.addEventListener("input", function () {
    var at = month();
    said.textContent = names[at.month] + " " + at.year;
    slide.setAttribute("aria-valuetext", said.textContent);
  });
  slide.addEventListener("change", function () {
    var at = month(), length = new Date(Date.UTC(at.year, at.month + 1, 0)).getUTCDate();
    day.value = at.year + "-" + String(at.month + 1).padStart(2, "0") + "-" + String(length).padStart(2, "0");
    form.requestSubmit();
  });
  slide.setAttribute("aria-valuetext", said.textContent);
})();

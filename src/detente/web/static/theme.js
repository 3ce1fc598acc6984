// Light or dark as chosen last, before anything is drawn; what the system prefers where nothing was chosen.
(function () {
  "use strict";
  var chosen = null;
  try { chosen = localStorage.getItem("detente-theme"); } catch (_) { /* storage may be barred */ }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  document.documentElement.classList.add("scripted");
})();

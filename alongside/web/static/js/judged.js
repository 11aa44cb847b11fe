// A mark in the words follows what was said of it in the drawer; an address that names a mark opens what is behind it.

document.body.addEventListener("judged", (event) => {
  const { sighting, review } = event.detail ?? {};
  for (const mark of document.querySelectorAll(`[data-sighting="${Number(sighting)}"]`)) {
    mark.classList.remove("found--unreviewed", "found--confirmed", "found--corrected", "found--rejected");
    mark.classList.add(`found--${review}`);
  }
});

const named = location.hash.startsWith("#sighting-") && document.getElementById(location.hash.slice(1));
if (named) {
  named.setAttribute("aria-current", "true");
  named.scrollIntoView({ block: "center" });
  window.htmx.ajax("GET", named.dataset.evidence, { target: "#evidence", source: named });
}

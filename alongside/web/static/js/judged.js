// The marks in the words and the findings in the drawer are two sides of one thing: what is chosen, judged or named on one
// side shows on the other. A key means the mark that is chosen, even while the drawer still shows the one before.

const SAID = { y: "confirmed", x: "rejected", u: "taken_back" };
const STATES = ["unreviewed", "confirmed", "corrected", "rejected"].map((review) => `found--${review}`);

const marksOf = (sighting) => document.querySelectorAll(`.found[data-sighting="${Number(sighting)}"]`);
const chosen = () => document.querySelector('#main .found[data-row][aria-current="true"]');
const show = (mark, address, verb = "GET", values = {}) => window.htmx.ajax(verb, address, { target: "#evidence", source: mark, values });

function choose(sighting) {
  chosen()?.removeAttribute("aria-current");
  const mark = marksOf(sighting)[0];
  mark?.setAttribute("aria-current", "true");
  mark?.scrollIntoView({ block: "nearest" });
  return mark;
}

document.addEventListener(
  "keydown",
  (event) => {
    const mark = chosen();
    if (!mark || event.ctrlKey || event.metaKey || event.altKey || !(event.key in SAID || event.key === "c")) return;
    if (event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
    if (localStorage.getItem("alongside-keys-off") === "1") return;
    event.preventDefault();
    const address = mark.dataset.evidence;
    if (event.key === "c") show(mark, `${address}?correct=1`);
    else show(mark, address, "POST", { review: SAID[event.key] });
  },
  true,
);

document.body.addEventListener("judged", (event) => {
  const { sighting, review } = event.detail ?? {};
  for (const mark of marksOf(sighting)) {
    mark.classList.remove(...STATES);
    mark.classList.add(`found--${review}`);
  }
});

document.addEventListener("click", (event) => {
  const other = event.target.closest(".finding__other[data-sighting]");
  if (other) choose(other.dataset.sighting);
});

if (location.hash.startsWith("#sighting-")) {
  const named = choose(location.hash.slice("#sighting-".length));
  if (named) show(named, named.dataset.evidence);
}

// Which key does what: j k move among the rows, Enter opens, single letters press the button that names them by aria-keyshortcuts.
// Keys are never taken while somebody types, and can be switched off (the choice stays in this browser).

const OFF = "alongside-keys-off";
const GO_WITHIN_MS = 1200;
let goSince = 0;
let latest = null; // the row that was settled last: "undo" means it, wherever the choice went on to

const isTyping = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const isOff = () => localStorage.getItem(OFF) === "1";
const rows = () => [...document.querySelectorAll("#main [data-row]")].filter((row) => row.offsetParent);
const current = () => document.querySelector('#main [data-row][aria-current="true"]') || document.activeElement.closest("#main [data-row]");

function choose(row) {
  document.querySelectorAll('[data-row][aria-current="true"]').forEach((other) => other.removeAttribute("aria-current"));
  row.setAttribute("aria-current", "true");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  row.dispatchEvent(new CustomEvent("row:chosen", { bubbles: true }));
}

function move(step) {
  const all = rows();
  if (!all.length) return false;
  const at = all.indexOf(current());
  choose(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)]);
  return true;
}

const isSeen = (found) => !found.closest("#drawer") || found.checkVisibility({ visibilityProperty: true });

// Looks where the person is: an open dialog, then the row, then the drawer, then anywhere.
function press(selector) {
  const dialog = document.querySelector("dialog[open]");
  const places = dialog ? [dialog] : [current(), latest?.isConnected && latest, document.getElementById("evidence"), document.getElementById("toasts"), document.body];
  const found = places.flatMap((place) => [...(place ? place.querySelectorAll(selector) : [])]).find(isSeen);
  if (found?.closest("[aria-busy=true]")) pressWhenThere(selector, current());
  else found?.click();
  return Boolean(found);
}

// The drawer still shows what is behind the row before: the key waits for the evidence of its own row, or is let go with it.
function pressWhenThere(selector, row) {
  document.addEventListener("evidence:there", () => current() === row && press(selector), { once: true });
}

function go(letter) {
  const link = document.querySelector(`[data-go="${CSS.escape(letter)}"]`);
  link?.click();
  return Boolean(link);
}

function search() {
  const field = document.querySelector("#main input[type=search]");
  if (field) {
    field.focus();
    field.select();
  } else document.querySelector("[data-search]")?.click();
  return true;
}

function take(key, at) {
  if (goSince && at - goSince < GO_WITHIN_MS) {
    goSince = 0;
    if (go(key)) return true;
  }
  if (key === "g") {
    goSince = at;
    return true;
  }
  if (key === "j") return move(1);
  if (key === "k") return move(-1);
  if (key === "/") return search();
  if (key === "?") return press('[data-dialog="keys"]');
  if (key === "n") return press('[data-dialog="note"]') || openNote();
  if (key === "e") return press("[data-evidence-link]");
  if (/^[a-z]$/.test(key)) return press(`[aria-keyshortcuts="${key}"]`);
  return false;
}

function openNote() {
  document.getElementById("note")?.showModal();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" && event.target.matches("[data-row]")) {
    event.target.querySelector("[data-open]")?.click();
    return;
  }
  if (isTyping(event.target) || isOff() || event.key.length !== 1) return;
  if (document.querySelector("dialog[open]") && event.key !== "?") return;
  if (take(event.key, event.timeStamp)) event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest("#main [data-row]");
  if (!row || row.getAttribute("aria-current") === "true") return;
  document.querySelectorAll('[data-row][aria-current="true"]').forEach((other) => other.removeAttribute("aria-current"));
  row.setAttribute("aria-current", "true");
});

// What was put away leaves the choice on the next row; what was taken back has it again.
document.addEventListener("htmx:afterSettle", (event) => {
  const row = document.getElementById(event.detail.elt?.id)?.closest("[data-row]");
  if (!row) return;
  latest = row.matches("[data-settled]") ? row : null;
  let next = row;
  while (next?.matches("[data-settled]")) next = next.nextElementSibling;
  if (next?.matches("[data-row]")) choose(next);
});

document.addEventListener("judged", () => (latest = null));

for (const box of document.querySelectorAll("[data-keys-switch]")) {
  box.checked = !isOff();
  box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "0" : "1"));
}

// The evidence beside the page: opens when a fragment comes in, gives the focus back when it closes. The address does not change.

const drawer = document.getElementById("drawer");
const evidence = document.getElementById("evidence");
const isBeside = window.matchMedia("(min-width: 75.01rem)");
const WAIT_MS = 120;
let opener = null;
let waiting = 0;
let isQuiet = false;

function open() {
  drawer.setAttribute("data-open", "");
  if (!isQuiet) evidence.querySelector("h2")?.focus({ preventScroll: true });
  drawer.scrollTop = 0;
  isQuiet = false;
}

function close() {
  if (!drawer.hasAttribute("data-open")) return;
  drawer.removeAttribute("data-open");
  if (drawer.contains(document.activeElement)) stillThere()?.focus({ preventScroll: true });
}

// The list may have been fetched anew since: the row of the same name, or the chosen one, stands for the one that is gone.
function stillThere() {
  if (opener?.isConnected) return opener;
  return document.getElementById(opener?.id) ?? document.querySelector('#main [data-row][aria-current="true"]');
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const { target, elt } = event.detail;
  if (target?.id === "evidence" && !drawer.contains(elt)) opener = elt.closest("[data-row]") ?? elt;
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id === "evidence") open();
});

// A form in the drawer that settles a row closes the drawer behind it.
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && event.detail.elt.matches?.("[data-closes-drawer]")) {
    evidence.replaceChildren();
    close();
  }
});

// Moving through a list shows the evidence of each row, where there is room for it beside the list.
document.addEventListener("row:chosen", (event) => {
  const address = event.target.dataset.evidence;
  if (!address || !isBeside.matches) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    isQuiet = true;
    window.htmx.ajax("GET", address, { target: "#evidence", source: event.target });
  }, WAIT_MS);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  const typing = event.target.closest("input, textarea");
  if (typing && !drawer.contains(typing)) typing.blur();
  else close();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close-drawer]")) close();
  else if (!isBeside.matches && drawer.hasAttribute("data-open") && !event.target.closest("#drawer, [hx-get], dialog")) close();
});

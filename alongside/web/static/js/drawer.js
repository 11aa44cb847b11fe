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

// While other evidence is on its way the drawer still shows the one before: keys wait until it is there (keys.js).
let isDue = false;
let underWay = 0;
let latest = null;

function isThere() {
  if (isDue || underWay) return;
  drawer.removeAttribute("aria-busy");
  document.dispatchEvent(new Event("evidence:there"));
}

// A word that is on its way is heard first: what was chosen since would take its place, and its answer come over that.
let isBeingSaid = false;
let thenShow = null;

document.addEventListener("htmx:confirm", (event) => {
  if (event.detail.target?.id !== "evidence" || !isBeingSaid) return;
  event.preventDefault();
  thenShow = event.detail.issueRequest;
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const { target, elt, requestConfig } = event.detail;
  if (target?.id !== "evidence") return;
  clearTimeout(waiting);
  isDue = false;
  underWay += 1;
  latest = event.detail.xhr;
  isQuiet &&= elt.matches("[data-row]");
  isBeingSaid ||= requestConfig.verb === "post";
  drawer.setAttribute("aria-busy", "true");
  if (!drawer.contains(elt)) opener = elt.closest("[data-row]") ?? elt;
});

// What was asked for last is shown, whichever answer comes last.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id === "evidence" && event.detail.xhr !== latest) event.detail.shouldSwap = false;
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id === "evidence") open();
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.target?.id !== "evidence") return;
  underWay -= 1;
  if (event.detail.requestConfig.verb === "post") {
    isBeingSaid = false;
    thenShow?.(true);
    thenShow = null;
  }
  isThere();
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
  drawer.setAttribute("aria-busy", "true");
  isDue = true;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    isDue = false;
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

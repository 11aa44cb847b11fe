// A word about what was done stays long enough to be read, and as long as somebody is on it.

const STAYS_MS = 9000;

function tend(toast) {
  let timer = setTimeout(() => toast.remove(), STAYS_MS);
  const hold = () => clearTimeout(timer);
  const release = () => {
    hold();
    timer = setTimeout(() => toast.remove(), STAYS_MS);
  };
  toast.addEventListener("pointerenter", hold);
  toast.addEventListener("pointerleave", release);
  toast.addEventListener("focusin", hold);
  toast.addEventListener("focusout", release);
}

const place = document.getElementById("toasts");
place.querySelectorAll("[data-toast]").forEach(tend);
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) if (node.matches?.("[data-toast]")) tend(node);
}).observe(place, { childList: true });

place.addEventListener("click", (event) => {
  if (event.target.closest("[data-close-toast]")) event.target.closest("[data-toast]").remove();
});
place.addEventListener("submit", (event) => setTimeout(() => event.target.closest("[data-toast]")?.remove(), 0));

function say(words) {
  const toast = document.createElement("div");
  toast.className = "toast toast--wrong";
  toast.dataset.toast = "";
  toast.textContent = words;
  place.append(toast);
}

document.addEventListener("htmx:sendError", () => say("That did not reach Alongside. Nothing was changed; try again when it runs."));
document.addEventListener("htmx:responseError", (event) => {
  const code = event.detail.xhr.status;
  say(code === 403 ? "Your sign-in or this page is too old. Load the page again; nothing was changed." : "That did not work, and nothing was changed. Try again.");
});

// A note leaves its dialog when it was taken, and every sending has a key of its own, so that one note is never kept twice.

const freshKey = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join("");

document.addEventListener("input", (event) => {
  const key = event.target.closest("form")?.querySelector("input[data-key]");
  if (key && !key.value) key.value = freshKey();
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest?.("#note form");
  if (!form || !event.detail.successful || event.detail.requestConfig.verb !== "post") return;
  form.closest("dialog").close();
  form.reset();
  const key = form.querySelector("input[data-key]");
  if (key) key.value = "";
});

// What the drawer asks back with is a draft again, until it was taken.
document.addEventListener("htmx:load", (event) => {
  const words = event.target.querySelector?.("form[data-note] textarea");
  if (words && !words.closest("dialog")) setTimeout(() => words.dispatchEvent(new Event("input", { bubbles: true })));
});

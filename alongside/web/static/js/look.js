// Once something is chosen otherwise, the way on is to look again: the counts on the page are not those any more.
// Without this the server does the same, and a button of its own looks again.

const every = (form, name) => form.querySelectorAll(`[data-${name}]`);

document.addEventListener("change", ({ target }) => {
  const form = target.closest?.("[data-look]");
  if (!form) return;
  for (const button of every(form, "begin")) {
    button.value = "look";
    button.textContent = "Look again with this";
  }
});

function settle() {
  for (const form of document.querySelectorAll("[data-look]")) for (const button of every(form, "again")) button.hidden = true;
}

document.addEventListener("htmx:load", settle);
settle();

// Once something is chosen otherwise, the way on is to look again: the counts on the page are not those any more.
// Without this the server does the same.

document.addEventListener("change", ({ target }) => {
  const form = target.closest?.("[data-look]");
  if (!form) return;
  for (const button of form.querySelectorAll("[data-begin]")) {
    button.value = "look";
    button.textContent = "Look again with this";
  }
  for (const button of form.querySelectorAll("[data-again]")) button.hidden = true;
});

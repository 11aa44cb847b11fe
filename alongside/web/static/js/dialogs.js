// Dialogs open from any data-dialog="id" and close by data-close, Esc or a click beside them; the phone's "More" likewise.

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
    return;
  }
  if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
  if (event.target instanceof HTMLDialogElement) event.target.close();
});

const more = document.querySelector(".rail__more");

document.addEventListener("click", (event) => {
  if (more?.open && !more.contains(event.target)) more.open = false;
});

more?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  more.open = false;
  more.querySelector("summary").focus();
});

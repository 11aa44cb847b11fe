// What is typed is never lost: every form with data-draft keeps its fields in this tab until it was taken.

const PREFIX = "alongside-draft:";
const keyOf = (form) => PREFIX + form.dataset.draft;
const fieldsOf = (form) => [...form.querySelectorAll("[data-keep]")];

function keep(form) {
  const kept = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
  if (Object.values(kept).some(Boolean)) sessionStorage.setItem(keyOf(form), JSON.stringify(kept));
  else sessionStorage.removeItem(keyOf(form));
}

// A letter comes with a proposed text: that gives way to what was made of it here before.
const isAsItCame = (field) => field.value === (field.defaultValue ?? "");

function restore(form) {
  const kept = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "{}");
  for (const field of fieldsOf(form)) if (isAsItCame(field) && kept[field.name]) field.value = kept[field.name];
}

// A form that was sent is dropped only when the next page has come, so that a failed sending loses nothing.
const SENT = PREFIX + "sent";
const sent = sessionStorage.getItem(SENT);
if (sent && !document.querySelector("[aria-invalid=true], .alone, .errors")) sessionStorage.removeItem(sent);
sessionStorage.removeItem(SENT);

document.querySelectorAll("form[data-draft]").forEach(restore);
document.addEventListener("htmx:load", (event) => event.target.querySelectorAll?.("form[data-draft]").forEach(restore));
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (form) keep(form);
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-draft]")) sessionStorage.setItem(SENT, keyOf(event.target));
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest?.("form[data-draft]");
  if (form && event.detail.successful && event.detail.requestConfig.verb === "post") sessionStorage.removeItem(keyOf(form));
});

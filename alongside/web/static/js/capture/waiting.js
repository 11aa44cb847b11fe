// What waits on this device: each note with its words, why it waits, and a way to read, copy, try again and delete it.

import { button, counted, element, one, sentence, when } from "./elements.js";
import { backToDraft, dropNote, notes, tell } from "./kept.js";
import { draftOf } from "./draft.js";
import { thumbnail } from "./photo.js";
import { unseal, unsealValue } from "./seal.js";
import { send, state } from "./send.js";

let sending = "";
const open = new Set();

document.addEventListener("capture:sending", (event) => (sending = event.detail));
document.addEventListener("capture:changed", () => (sending = ""));

// Returns how many of this user's wait.
export async function draw(bound) {
  const all = await notes();
  const own = bound ? all.filter((note) => note.who === bound.who) : [];
  one("waiting").hidden = !all.length;
  one("waiting-title").textContent = `Waiting on this device: ${own.length}`;
  const rows = await Promise.all(own.map((note) => row(note, bound)));
  one("waiting-notes").replaceChildren(...rows);
  const others = all.length - own.length;
  one("others").textContent = others ? `${sentence(counted(others, "note"))} of another sign-in ${others === 1 ? "waits" : "wait"} here too, closed until they sign in again.` : "";
  return own.length;
}

async function row(note, bound) {
  const words = await unsealValue(bound.key, note.words).catch(() => null);
  const pictures = element("ul", { class: "photos" });
  const full = element("details", { ontoggle: (event) => (event.target.open ? open.add(note.id) : open.delete(note.id)) });
  full.open = open.has(note.id);
  full.append(element("summary", { dir: "auto" }, first(words)), element("p", { class: "waiting__words", dir: "auto" }, words?.text ?? ""), pictures);
  full.addEventListener("toggle", () => full.open && !pictures.children.length && drawPhotos(note, bound, pictures));
  const about = words?.name ? ` · ${words.name}` : "";
  return element("li", { class: "waiting__note", "data-note": note.id }, element("small", {}, `${when(note.at)}${about}`), full, element("p", { class: note.state === "refused" ? "field__error" : "soft" }, why(note)), ways(note, words, bound));
}

function first(words) {
  if (!words) return "A note that cannot be opened here";
  const line = words.text.trim().split("\n")[0];
  return [...line].slice(0, 90).join("") || "A photograph";
}

function why(note) {
  if (note.id === sending) return "On its way …";
  if (note.state === "refused") return note.said;
  if (state.with === "signed out") return "Waits for your sign-in.";
  if (state.with === "unreachable") return navigator.onLine ? "Alongside does not answer; it is tried again." : "Waits for the network.";
  if (state.with === "troubled") return "Alongside could not take it just now; it is tried again.";
  return "Waits its turn.";
}

function ways(note, words, bound) {
  const made = [];
  if (note.state === "refused" && words) made.push(button("Change it", () => change(note, words, bound)));
  else made.push(button("Send now", () => send()));
  if (words?.text) made.push(button("Copy", (event) => copy(event.target, words.text), { class: "button button--quiet" }));
  made.push(button("Delete", (event) => remove(event.target, note), { class: "button button--quiet" }));
  return element("div", { class: "buttons" }, ...made);
}

// Only what Alongside said it did not keep may be changed: otherwise it might be there twice, in two wordings.
async function change(note, words, bound) {
  const draft = await draftOf(bound, words, note.photos.map((sealed) => ({ sealed })));
  await backToDraft(note.id, { ...draft, id: crypto.randomUUID(), at: new Date().toISOString() });
  tell();
  location.assign("/capture/");
}

async function copy(from, words) {
  await navigator.clipboard.writeText(words).then(() => (from.textContent = "Copied"), () => (from.textContent = "Open it and mark the words"));
}

async function remove(from, note) {
  if (from.dataset.sure) {
    await dropNote(note.id);
    tell();
    document.dispatchEvent(new CustomEvent("capture:changed"));
    return;
  }
  from.dataset.sure = "1";
  from.textContent = "Delete it for good?";
}

async function drawPhotos(note, bound, place) {
  for (const sealed of note.photos) place.append(element("li", {}, await thumbnail(await unseal(bound.key, sealed), 120)));
}


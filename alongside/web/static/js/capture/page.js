// Taking a note: write or dictate, add a photograph, say whom it is about, keep it. Kept means: on this device, and then with Alongside.

import { about, choose, offer, whenChanged } from "./about.js";
import { show } from "./came.js";
import * as draft from "./draft.js";
import { button, counted, element, one, sentence } from "./elements.js";
import { held, keepNote, notes, tell, whenTold } from "./kept.js";
import { MOST, Said, pictureOf, thumbnail } from "./photo.js";
import { seal, sealValue, unsealValue } from "./seal.js";
import { send, state } from "./send.js";
import { draw as drawWaiting } from "./waiting.js";

const TRY_AGAIN_MS = 15_000;
const LONGEST = 200_000;
const WORKER = "/capture/worker.js";
const SCOPE = "/capture/";

let bound = null;
let photos = [];
let isKeeping = false;
let newVersion = false;
const asked = new URLSearchParams(location.search).get("about") ?? "";

const text = one("text");
const words = () => ({ text: text.value, ...about() });
const isEmpty = () => !text.value.trim() && !photos.length;

function say(sentence, isWrong = false) {
  one("said").textContent = sentence;
  one("said").classList.toggle("field__error", isWrong);
}

async function begin() {
  if (!isSecureContext || !("indexedDB" in window) || !("locks" in navigator)) {
    one("plain").hidden = false;
    return;
  }
  await draft.nameThisTab();
  await open();
  keepReady();
  send(asked);
  setInterval(tryAgain, TRY_AGAIN_MS);
}

// Opens the device for whom it is bound to: their draft, their people, their waiting notes.
async function open() {
  bound = (await held("bound")) ?? null;
  one("take").hidden = !bound;
  if (!bound) return redraw();
  const found = await draft.takeUp(bound);
  if (found) {
    text.value = found.text;
    choose({ about: found.about, name: found.name });
    photos = found.photos;
    drawPhotos();
  }
  await offerPeople();
  await redraw();
}

async function offerPeople() {
  const kept = await held("people");
  const people = kept?.who === bound.who ? await unsealValue(bound.key, kept.sealed).catch(() => []) : [];
  const extra = state.said?.asked;
  offer(extra && !people.some((each) => each.about === extra.about) ? [extra, ...people] : people);
  const meant = [extra, ...people].find((each) => each?.about === asked && asked);
  if (meant && (!about().name || isEmpty())) choose({ about: meant.about, name: meant.name });
}

function typed() {
  draft.keep(bound, words(), photos).catch(noRoom);
}

function noRoom() {
  say("This device has no room to keep the note. Copy the words before you leave, and free some room.", true);
}

async function keep(event) {
  event.preventDefault();
  if (isKeeping || !bound) return;
  if (isEmpty()) return say("Say, write or photograph something first.", true);
  if (text.value.length > LONGEST) return say(`This note has ${text.value.length.toLocaleString("en")} characters; ${LONGEST.toLocaleString("en")} are taken. Make two of it.`, true);
  isKeeping = true;
  try {
    await draft.settled();
    await keepNote(await noteOf(), draft.id);
    clear();
    say("Kept on this device.");
    navigator.storage?.persist?.();
  } catch {
    noRoom();
  } finally {
    isKeeping = false;
  }
  await redraw();
  tell();
  send();
}

async function noteOf() {
  return {
    id: crypto.randomUUID(),
    who: bound.who,
    at: new Date().toISOString(),
    words: await sealValue(bound.key, words()),
    photos: photos.map((photo) => photo.sealed),
    state: "waiting",
    said: "",
  };
}

function clear() {
  text.value = "";
  photos = [];
  choose({ about: "", name: "" });
  drawPhotos();
}

async function addPhotos(event) {
  const files = [...event.target.files];
  event.target.value = "";
  for (const file of files) {
    if (photos.length >= MOST) return say(`A note takes ${MOST} photographs. Keep this one and begin another.`, true);
    say("Making the photograph smaller …");
    try {
      const bytes = await pictureOf(file);
      photos.push({ bytes, sealed: await seal(bound.key, bytes) });
      say("");
    } catch (trouble) {
      say(trouble instanceof Said ? trouble.message : "This photograph could not be read here. Your words are kept.", true);
      continue;
    }
    await drawPhotos();
    typed();
  }
}

async function drawPhotos() {
  const drawn = await Promise.all(photos.map((photo, n) => thumbnail(photo.bytes).then((picture) => element("li", {}, picture, button("×", () => dropPhoto(photo), { class: "photos__drop", "aria-label": `Leave photograph ${n + 1} out` })))));
  one("photos").replaceChildren(...drawn);
}

function dropPhoto(photo) {
  photos = photos.filter((each) => each !== photo);
  drawPhotos();
  typed();
}

async function redraw() {
  const waiting = await drawWaiting(bound);
  one("state").replaceChildren(...standing(waiting));
  const unnamed = state.said?.unnamed ?? 0;
  one("unnamed").hidden = !unnamed;
  one("unnamed-link").textContent = `${sentence(counted(unnamed, "note"))} with Alongside ${unnamed === 1 ? "does" : "do"} not say whom ${unnamed === 1 ? "it is" : "they are"} about`;
  one("stranger").hidden = Boolean(bound) || state.with !== "signed out";
  one("unmet").hidden = Boolean(bound) || !["unreachable", "troubled"].includes(state.with);
}

function standing(waiting) {
  const how = waiting ? element("a", { href: "#waiting" }, `${waiting} waiting on this device`) : null;
  const why = {
    "signed out": element("a", { href: "/sign-in/?next=/capture/" }, "Sign in"),
    unreachable: navigator.onLine ? "Alongside does not answer" : "No network",
    troubled: "Trouble on the way",
    met: waiting ? null : "All with Alongside",
  }[state.with];
  return [how, how && why ? " · " : null, why ?? null].filter((each) => each !== null);
}

async function tryAgain() {
  if (document.visibilityState !== "visible" || !navigator.onLine) return;
  if (state.with !== "met" || (await notes()).length) send();
}

// A new version of the page takes over when nothing is being written; what is written is kept in any case.
function keepReady() {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  const hadOne = Boolean(worker.controller);
  worker.addEventListener("controllerchange", () => {
    newVersion = hadOne;
    takeNew();
  });
  worker.register(WORKER, { scope: SCOPE }).catch(() => {});
}

function takeNew() {
  if (newVersion && isEmpty() && document.activeElement !== text) location.reload();
}

document.addEventListener("capture:met", async () => {
  const now = await held("bound");
  if (bound && now && now.who !== bound.who) return location.reload();
  if (!bound) await open();
  else await offerPeople();
});
document.addEventListener("capture:came", (event) => {
  say("");
  show(event.detail);
});
document.addEventListener("capture:came", redraw);
document.addEventListener("capture:changed", redraw);
document.addEventListener("capture:sending", redraw);
document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? tryAgain() : takeNew()));
window.addEventListener("online", () => send());
window.addEventListener("offline", redraw);
whenTold((what) => (what === "closed" ? location.reload() : redraw()));

one("take").addEventListener("submit", keep);
one("photo").addEventListener("change", addPhotos);
text.addEventListener("input", typed);
text.addEventListener("input", () => say(""));
whenChanged(typed);
begin();

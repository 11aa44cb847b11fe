// Sends what waits, one after another and from one tab at a time. A note leaves the device when its id came back as kept, and not before.

import { changeNote, dropNote, held, hold, notes, renameNote, tell } from "./kept.js";
import { openKey, sealValue, unseal, unsealValue } from "./seal.js";

const ALONE = "alongside-capture-send";
const ASK_MS = 30_000;
const SEND_MS = 120_000;

const MINE = "/capture/mine";
const KEY = "/capture/key";
const TAKE = "/capture/notes";

// How it stands between this device and Alongside: "" until it was tried, then met, unreachable, "signed out" or troubled.
export const state = { with: "", said: null };

let underWay = null;
let isAskedAgain = false;

// Every call ends after a sending that began later than the call, so that nothing kept before it is left out.
export function send(asked = "") {
  if (underWay) {
    isAskedAgain = true;
    return underWay;
  }
  underWay = navigator.locks
    .request(ALONE, () => sendAll(asked))
    .catch((trouble) => {
      state.with = "troubled";
      console.warn(trouble);
    })
    .finally(() => {
      underWay = null;
      document.dispatchEvent(new CustomEvent("capture:changed"));
      tell();
      if (isAskedAgain) {
        isAskedAgain = false;
        send();
      }
    });
  return underWay;
}

async function sendAll(asked) {
  const bound = await meet(asked);
  if (!bound) return;
  for (const note of await notes()) {
    if (note.who !== bound.who || note.state === "refused") continue;
    if (!(await sendOne(note, bound))) return;
  }
}

// Who is signed in? Another user than before gets a device on which the notes of the one before are closed.
async function meet(asked) {
  const answer = await ask(asked ? `${MINE}?about=${encodeURIComponent(asked)}` : MINE, { signal: AbortSignal.timeout(ASK_MS) });
  if (!answer) return null;
  const said = (state.said = answer);
  let bound = await held("bound");
  if (bound?.who !== said.who) {
    const given = await ask(KEY, { method: "POST", headers: { "X-CSRFToken": said.token }, signal: AbortSignal.timeout(ASK_MS) });
    if (given?.who !== said.who) return null;
    await hold("bound", { who: said.who, label: said.name, key: await openKey(given.key) });
    bound = await held("bound");
  }
  await hold("people", { who: said.who, sealed: await sealValue(bound.key, said.people) });
  state.with = "met";
  document.dispatchEvent(new CustomEvent("capture:met"));
  return bound;
}

// A page in place of the answer (of a sign-in, or of a hotel's network) is no answer.
async function ask(address, options) {
  let response;
  try {
    response = await fetch(address, { cache: "no-store", redirect: "manual", ...options });
  } catch {
    return standing("unreachable");
  }
  if (response.type === "opaqueredirect" || response.status === 403) return standing("signed out");
  const answer = await response.json().catch(() => null);
  return answer?.who ? answer : standing("troubled");
}

function standing(how) {
  state.with = how;
  return null;
}

async function sendOne(note, bound, isSecondTry = false) {
  document.dispatchEvent(new CustomEvent("capture:sending", { detail: note.id }));
  let words;
  let form;
  try {
    words = await unsealValue(bound.key, note.words);
    form = await formOf(note, words, bound);
  } catch {
    await changeNote(note.id, { state: "refused", said: "This note cannot be opened with the key of this sign-in. It stays here." });
    return true;
  }
  let response;
  try {
    response = await fetch(TAKE, {
      method: "POST",
      headers: { "X-CSRFToken": state.said.token },
      body: form,
      redirect: "manual",
      signal: AbortSignal.timeout(SEND_MS),
    });
  } catch {
    standing("unreachable");
    return false;
  }
  if (response.type === "opaqueredirect") {
    standing("signed out");
    return false;
  }
  if (response.status === 403 && !isSecondTry) return Boolean(await meetAgain(bound)) && sendOne(note, bound, true);
  const answer = await response.json().catch(() => null);
  return heard(note, words, response.status, answer);
}

// A sign-in in another tab changes what a form needs.
async function meetAgain(bound) {
  const now = await meet("");
  return now?.who === bound.who ? now : null;
}

// True when the next one may be sent.
async function heard(note, words, status, answer) {
  if (status === 200 && answer?.id === note.id) {
    await dropNote(note.id);
    document.dispatchEvent(new CustomEvent("capture:came", { detail: { words, answer } }));
    return true;
  }
  if (answer?.why === "other words") {
    await renameNote(note.id, crypto.randomUUID());
    isAskedAgain = true;
    return true;
  }
  if (answer?.why === "refused") {
    await changeNote(note.id, { state: "refused", said: answer.sentence });
    return true;
  }
  standing("troubled");
  isAskedAgain ||= answer?.why === "another"; // somebody else signed in meanwhile: who it is, is asked first
  return false;
}

async function formOf(note, words, bound) {
  const form = new FormData();
  const fields = { id: note.id, who: note.who, taken_at: note.at, text: words.text, about: words.about, about_name: words.name };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const photo of note.photos) form.append("photo", new Blob([await unseal(bound.key, photo)], { type: "image/jpeg" }), "photo.jpg");
  return form;
}

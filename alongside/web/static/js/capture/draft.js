// What is being written, kept with every letter and photograph. Each tab has a draft of its own; one whose tab is gone is taken up by the next.

import { drafts, keepDraft, dropDraft } from "./kept.js";
import { sealValue, unseal, unsealValue } from "./seal.js";

const TAB = "alongside-capture-tab";
const lockOf = (id) => `alongside-capture-tab-${id}`;

export let id = null;

let latest = null;
let writing = Promise.resolve();
let isWriting = false;

// A tab keeps its name through a reload; a doubled tab gets another.
export async function nameThisTab() {
  const before = sessionStorage.getItem(TAB);
  id = before && (await take(before)) ? before : crypto.randomUUID();
  if (id !== before) await take(id);
  sessionStorage.setItem(TAB, id);
}

function take(name) {
  return new Promise((taken) => {
    navigator.locks.request(lockOf(name), { ifAvailable: true }, (lock) => {
      taken(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined; // held as long as the tab is there
    });
  });
}

// The draft of this tab, else the newest that belongs to no tab any more.
export async function takeUp(bound) {
  const { held } = await navigator.locks.query();
  const inUse = new Set(held.map((lock) => lock.name));
  const free = (await drafts()).filter((draft) => draft.who === bound.who && (draft.id === id || !inUse.has(lockOf(draft.id))));
  free.sort((one, other) => (other.id === id) - (one.id === id) || other.at.localeCompare(one.at));
  if (!free.length) return null;
  const [found] = free;
  const words = await unsealValue(bound.key, found.words);
  const photos = await Promise.all(found.photos.map(async (sealed) => ({ sealed, bytes: await unseal(bound.key, sealed) })));
  if (found.id !== id) {
    await keepDraft({ ...found, id });
    await dropDraft(found.id);
  }
  return { ...words, photos };
}

// Keeps what stands there now; while one is being written, only the last of those that follow is.
export function keep(bound, words, photos) {
  latest = { bound, words, photos };
  if (!isWriting) writing = write();
  return writing;
}

export const settled = () => writing;

async function write() {
  isWriting = true;
  try {
    while (latest) {
      const { bound, words, photos } = latest;
      latest = null;
      const isEmpty = !words.text && !words.name && !photos.length;
      if (isEmpty) await dropDraft(id);
      else await keepDraft(await draftOf(bound, words, photos));
    }
  } finally {
    isWriting = false;
  }
}

export async function draftOf(bound, words, photos) {
  return {
    id,
    who: bound.who,
    at: new Date().toISOString(),
    words: await sealValue(bound.key, words),
    photos: photos.map((photo) => photo.sealed),
  };
}

// What this device keeps until Alongside has confirmed it. Said to be kept only when the disk has it.
// notes: what waits, closed under the key of whoever took it; drafts: what is being written; held: for whom the device is open.

const NAME = "alongside-capture";
const VERSION = 1;
const HOW_MANY = "alongside-waiting";

let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("notes", { keyPath: "id" });
      asked.result.createObjectStore("drafts", { keyPath: "id" });
      asked.result.createObjectStore("held", { keyPath: "name" });
    };
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      asked.result.onclose = () => (opened = null);
      resolve(asked.result);
    };
  });
  opened.catch(() => (opened = null));
  return opened;
}

// `work` gets the stores by name and returns a request or nothing; the answer comes when the transaction is on the disk.
async function within(names, mode, work) {
  const transaction = (await database()).transaction(names, mode, { durability: "strict" });
  const asked = work(Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)])));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

const look = (name, work) => within([name], "readonly", (stores) => work(stores[name]));
const write = (name, work) => within([name], "readwrite", (stores) => work(stores[name]));

export const held = (name) => look("held", (store) => store.get(name));
export const hold = (name, value) => write("held", (store) => store.put({ ...value, name }));

export const notes = async () => (await look("notes", (store) => store.getAll())).sort((one, other) => one.at.localeCompare(other.at));
export const drafts = () => look("drafts", (store) => store.getAll());
export const keepDraft = (draft) => write("drafts", (store) => store.put(draft));
export const dropDraft = (id) => write("drafts", (store) => store.delete(id));

// A note takes the place of its draft in one step, so that it is never there twice and never not at all.
export const keepNote = (note, draftId) =>
  within(["notes", "drafts"], "readwrite", (stores) => {
    stores.notes.put(note);
    if (draftId) stores.drafts.delete(draftId);
  }).then(count);

export const backToDraft = (id, draft) =>
  within(["notes", "drafts"], "readwrite", (stores) => {
    stores.drafts.put(draft);
    stores.notes.delete(id);
  }).then(count);

export const dropNote = (id) => write("notes", (store) => store.delete(id)).then(count);

// What was deleted meanwhile stays deleted.
export const changeNote = (id, changed) =>
  write("notes", (store) => {
    store.get(id).onsuccess = (event) => event.target.result && store.put({ ...event.target.result, ...changed });
  });

export const renameNote = (id, name) =>
  write("notes", (store) => {
    store.get(id).onsuccess = (event) => {
      if (!event.target.result) return;
      store.put({ ...event.target.result, id: name });
      store.delete(id);
    };
  });

// Other pages ask this number alone, to know whether there is anything to send.
async function count() {
  const waiting = (await notes()).length;
  if (waiting) localStorage.setItem(HOW_MANY, waiting);
  else localStorage.removeItem(HOW_MANY);
}

// The key goes, and with it every word that waits becomes unreadable until its writer signs in again.
export async function close() {
  await within(["held"], "readwrite", (stores) => stores.held.clear());
  new BroadcastChannel(NAME).postMessage("closed");
}

const channel = new BroadcastChannel(NAME);
export const tell = () => channel.postMessage("changed");
export const whenTold = (hear) => channel.addEventListener("message", (event) => hear(event.data));

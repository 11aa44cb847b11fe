// Signing out closes this device: what waits on it stays, unreadable until its writer signs in again, and that is said before.

import { close, notes } from "./capture/kept.js";

async function closeDevice() {
  await close();
  for (const name of await caches.keys()) if (name.startsWith("alongside-")) await caches.delete(name);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}

async function askFirst(event) {
  const form = event.target;
  event.preventDefault();
  const waiting = (await notes().catch(() => [])).length;
  const warning = form.querySelector("[data-sign-out-warning]");
  if (waiting && warning.hidden) {
    warning.textContent = `${waiting === 1 ? "One note waits" : `${waiting} notes wait`} on this device. Sign out, and ${waiting === 1 ? "it stays" : "they stay"} here unreadable, until you sign in here again.`;
    warning.hidden = false;
    form.querySelector("button").textContent = "Sign out all the same";
    return;
  }
  await closeDevice().catch(() => {});
  form.submit();
}

if (isSecureContext) {
  for (const form of document.querySelectorAll("form[data-sign-out]")) form.addEventListener("submit", askFirst);
  if (new URLSearchParams(location.search).has("signed-out")) closeDevice().catch(() => {});
}

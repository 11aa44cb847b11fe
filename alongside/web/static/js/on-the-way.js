// Notes that wait on this device are sent from whichever page is open; the number stands beside the way to them.

const waiting = Number(localStorage.getItem("alongside-waiting") ?? 0);

for (const place of document.querySelectorAll("[data-waiting]")) {
  place.hidden = !waiting;
  place.textContent = waiting || "";
}

if (waiting && isSecureContext) {
  const { send } = await import("./capture/send.js");
  await send();
  const left = Number(localStorage.getItem("alongside-waiting") ?? 0);
  for (const place of document.querySelectorAll("[data-waiting]")) {
    place.hidden = !left;
    place.textContent = left || "";
  }
}

// Keeps the bare capture page and its files, so that it opens without network. Before this stand VERSION, PAGE and FILES.
// It answers for those and for nothing else: no page with anybody's words in it ever comes into a cache.

const PREFIX = "alongside-capture-";
const NAME = PREFIX + VERSION;

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(letTheOldGo().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  const isPage = address.pathname === PAGE;
  if (isPage !== (event.request.mode === "navigate") || !FILES.includes(address.pathname)) return;
  event.respondWith(kept(address.pathname, event.request));
});

async function fill() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map((address) => new Request(address, { cache: "reload", credentials: "omit" })));
}

async function letTheOldGo() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name)));
}

async function kept(address, request) {
  const found = await caches.match(address, { cacheName: NAME, ignoreVary: true });
  return found ?? fetch(request);
}

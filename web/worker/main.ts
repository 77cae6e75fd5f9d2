// worker.js: the panel's service worker, at /widget/worker.js. It keeps what a panel has fetched, so that the next one opens, searches,
// reads and goes on with a guide when there is no network, or no server.
//
// What is kept cannot grow old: a file with a hash in its name never changes, and a panel's page is fetched anew each time, so
// that a new version is there with the next opening, while an open panel goes on with the files that it began with.
import type { ToWorker } from "./message.ts";
import { keepPanel, keptFile, keptPage } from "./keeping.ts";

declare const self: ServiceWorkerGlobalScope;

/** Of another version of the site there may be another file of that name, but not of that name with that hash. */
const kHashed = /\.[0-9a-f]{12}[./]/;
/** Too large to be kept, and asked for in parts. */
const kVideo = /\.mp4$/;
const kPage = /^\/widget\/[^/]+\/(canvas\/)?$/;

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (origin !== self.location.origin || request.method !== "GET" || request.headers.has("range") || kVideo.test(pathname)) {
        return;
    }
    if (kHashed.test(pathname)) {
        event.respondWith(keptFile(event));
    } else if (request.mode === "navigate" && kPage.test(pathname)) {
        event.respondWith(keptPage(event));
    }
});

self.addEventListener("message", (event) => {
    const { page, files } = event.data as ToWorker;
    const own = files.map((file) => new URL(file)).filter(({ origin, pathname }) => origin === self.location.origin && kHashed.test(pathname) && !kVideo.test(pathname));
    // Where the network goes meanwhile, what is kept by then is kept.
    event.waitUntil(keepPanel(page, own.map(({ pathname }) => pathname)).catch(() => {}));
});

// Keeps the panel on the customer's device for when there is no network. Not before she has used it, and nothing of her own: only
// what anybody can fetch. Where a frame gets no worker or no storage, the panel is as it is without.
import type { ToWorker } from "../worker/message.ts";

const kWorker = "/widget/worker.js";

/** A worker's address is checked by Trusted Types; the panel's policy allows this one name, and it gives this one address. */
function workerAddress(): string {
    const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } };
    return trustedTypes?.createPolicy("ventanilla-worker", { createScriptURL: () => kWorker }).createScriptURL(kWorker) ?? kWorker;
}

export async function keepForOffline(): Promise<void> {
    try {
        const { serviceWorker } = navigator;
        await serviceWorker.register(workerAddress(), { scope: "/widget/" });
        if (!serviceWorker.controller) {
            await new Promise((taken) => serviceWorker.addEventListener("controllerchange", taken, { once: true }));
        }
        // From here on the worker sees what is fetched; this is what was fetched before.
        const files = performance.getEntriesByType("resource").map(({ name }) => name);
        serviceWorker.controller?.postMessage({ page: location.pathname, files } satisfies ToWorker);
    } catch {
        // The panel needs a network from the beginning.
    }
}

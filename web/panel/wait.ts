// Waits for a time, or until the server tells of something on an event stream, which is open only while the page is seen: a browser
// has few connections for each server. Where the stream cannot be had, or says nothing, the time is what ends it.
import { type Answer, bearer } from "./network.ts";
import type { Effect } from "./protocol.ts";

const kNothing = new Uint8Array();

/** Whether the server told something before the stream ended. */
async function isTold(path: string, token: string, signal: AbortSignal): Promise<boolean> {
    const { ok, body } = await fetch(path, { headers: bearer(token), cache: "no-store", signal });
    const reader = ok && body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = ""; reader && !text.includes("data:"); ) {
        const { value, done } = await reader.read();
        if (done) {
            return false;
        }
        text += value;
    }
    return ok;
}

export function wait({ seconds, path, token = "" }: Extract<Effect, { e: "wait" }>): Promise<Answer> {
    const over = new AbortController();
    return new Promise((resolve) => {
        const watch = new AbortController();
        const end = (): void => {
            over.abort();
            watch.abort();
            clearTimeout(limit);
            resolve({ status: 200, body: kNothing });
        };
        const limit = setTimeout(end, seconds * 1000);
        if (path) {
            // What happened meanwhile is looked for when she is back.
            document.addEventListener("visibilitychange", () => (document.hidden ? watch.abort() : end()), over);
            isTold(path, token, watch.signal).then((told) => told && end(), () => {});
        }
    });
}

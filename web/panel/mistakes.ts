// What the host page has got wrong, in a sentence for whoever wrote it. The event "error" says the same to the page itself.
import type { VentanillaEvents, VentanillaReason } from "../embed/api.d.ts";
import { warn } from "../shared/warn.ts";

const kSentences: Partial<Record<VentanillaReason, (id: string) => string>> = {
    "no-such-article": (id) => `there is no article "${id}" in this language; its id is its file's name without ".md".`,
    "no-such-guide": (id) => `there is no guide "${id}" in this language; its id is its file's name without ".json".`,
    "no-such-field": (id) => `the form has no field "${id}" in site.json.`,
    "no-such-option": (id) => `the field "${id}" has no such option in site.json.`,
    "bad-call": (id) => `${id}() was called with what it does not take; see api.d.ts.`,
};

export function sayMistake({ reason, id = "" }: VentanillaEvents["error"]): void {
    const sentence = kSentences[reason]?.(id);
    if (sentence) {
        warn(sentence);
    }
}

// The view on a page of its own, fed by a test instead of a core.
import type { Message, Screen } from "../../web/panel/protocol.ts";
import type { ReadingTexts } from "../../web/reading/texts.ts";
import { View } from "../../web/panel/view/view.ts";

export interface Harness {
    draw(screen: Screen, focus?: string): void;
    announce(text: string): void;
    copy(text: string): Promise<void>;
    /** What the view has reported. */
    sent: Message[];
}

const place = document.querySelector("main") as HTMLElement;
const accent = new URLSearchParams(location.search).get("accent") ?? "#0b5c6b";
const texts = JSON.parse(new URLSearchParams(location.search).get("reading") ?? "null") as ReadingTexts | null;
const sent: Message[] = [];
const view = new View(place, { accent, closable: true, place: () => [], reading: texts && { texts, load: () => import("../../web/reading/main.ts") }, send: (message) => void sent.push(message) });

const harness: Harness = {
    draw: (screen, focus) => view.draw(screen, focus ?? null),
    announce: (text) => view.announce(text),
    copy: (text) => view.copy(text),
    sent,
};
Object.assign(window, { harness });

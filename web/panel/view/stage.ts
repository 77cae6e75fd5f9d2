// What the parts of the view share while they draw one screen.
import type { JSX } from "preact";
import type { ReadingTexts } from "../../reading/texts.ts";
import type { Message } from "../protocol.ts";
import type { IconName } from "./icons.tsx";

export interface Stage {
    language: string;
    /** The screen's; where a question repeats it, it is for the ears alone. */
    title: string;
    send(message: Message): void;
    /** A drawing beside a text, where this view has them. */
    icon(name: IconName): JSX.Element | null;
    /** The element of this view that has the focus. */
    focused(): Element | null;
    /** The key of the document that is drawn: with its anchor, a heading's. */
    document?: string;
    /** The key of a document's next part that takes the focus: the canvas counts the same. */
    nextPart?(): string;
    /** What the buttons at a code and a picture say; nothing where there are none. */
    reading?: ReadingTexts | undefined;
    /** A button cannot be there. */
    isInLink?: boolean;
    /** What submitting the form around a node sends, in JSON. */
    submits?: string;
}

/** An id for a node's part; keys may hold any character, lists of ids may not. */
export function idOf(key: string, part = ""): string {
    return key.replace(/[^\w-]/g, "_") + part;
}

// The tour through every screen, as tests/parity/record_tour.cpp plays it: what the app shows, and what the HTML view
// and the canvas make of it.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Message, Screen } from "../../web/panel/protocol.ts";

/** Something that takes the focus. */
export interface Control {
    /** Of its node. */
    key: string;
    /** Role and accessible name, such as: button "Volver". Empty for what is only scrolled. */
    name: string;
    /** What pressing it reports, or where it leads out of the app. */
    use?: Message | string;
    /** Texts can be written into it. */
    types?: boolean;
    /** What Enter in it reports. */
    enter?: Message;
}

/** In reading order. */
export interface Part {
    /** Each key, and that of the node around it. */
    nodes: [key: string, around: string][];
    controls: Control[];
    /** What is seen to be written, without spaces. */
    text: string;
}

export interface Drawn {
    head: Part;
    body: Part;
}

export interface Stop {
    name: string;
    screen: Screen;
    html: string;
    canvas: Drawn;
}

const recorder = fileURLToPath(new URL("../../build/asan/tests/parity/ventanilla_record_tour", import.meta.url));

export function recordTour(language: string): Stop[] {
    if (!existsSync(recorder)) {
        throw new Error(`${recorder} is not built: tools/test asan-build`);
    }
    const lines = execFileSync(recorder, [language], { encoding: "utf8", maxBuffer: 1 << 26 });
    return lines.trim().split("\n").map((line) => JSON.parse(line) as Stop);
}

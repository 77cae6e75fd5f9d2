// A screen's frame, the same for all of them: the head with the ways back and out, what the screen is about, and at
// its foot the way to a person.
import type { JSX } from "preact";
import type { Node, Screen } from "../protocol.ts";
import { icon, type IconName } from "./icons.tsx";
import { action, nodes } from "./nodes.tsx";
import type { Stage } from "./stage.ts";

function headAction(node: Node | undefined, drawing: "back" | "close", stage: Stage): JSX.Element | undefined {
    return node && action({ ...node, emphasis: "quiet" }, stage, icon(drawing));
}

/** What the panel's own place on the host page can be changed by. */
export interface PlaceControl {
    key: string;
    icon: IconName;
    text: string;
    press(): void;
}

function placeControl({ key, icon: drawing, text, press }: PlaceControl): JSX.Element {
    return (
        <button key={key} data-key={key} type="button" class="action quiet" aria-label={text} title={text} onClick={press}>
            {icon(drawing)}
        </button>
    );
}

export interface ScreenProps {
    screen: Screen;
    stage: Stage;
    direction: string;
    closable: boolean;
    place: PlaceControl[];
}

export function screen({ screen, stage, direction, closable, place }: ScreenProps): JSX.Element {
    const { id, language, title, eyebrow, back, close } = screen;
    return (
        <div class="screen" data-screen={id} lang={language} dir={direction === "rtl" ? "rtl" : "ltr"}>
            <header>
                <div class="head-start">{headAction(back, "back", stage) ?? icon("help")}</div>
                <div class="head-title">
                    {eyebrow && <p>{eyebrow}</p>}
                    <h1 key="title" id="title" data-key="title" tabIndex={-1}>{title}</h1>
                </div>
                <div class="head-end">
                    {place.map(placeControl)}
                    {closable ? headAction(close, "close", stage) : undefined}
                </div>
            </header>
            <div class="body">{nodes(screen.nodes, stage)}</div>
            <footer>{nodes(screen.person, stage)}</footer>
        </div>
    );
}

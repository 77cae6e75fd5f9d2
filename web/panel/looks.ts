// What the page around the panel sets of its looks: colour, light or dark, density, letters. A value that is none leaves the
// site's own; a colour that could not be read as text is mended, and that is said.
import type { CanvasLooks } from "../canvas/canvas_view.ts";
import { accentColours, kDarkSurface, kSurface } from "../shared/accent.ts";
import type { Look } from "../shared/envelope.ts";
import { warn } from "../shared/warn.ts";
import type { View } from "./view/view.ts";

const kKnown = { theme: ["light", "dark"], density: ["comfortable", "compact"] };
const kDark = "prefers-color-scheme: dark";

/** The condition of rules for dark colours, and what it says by itself. */
interface DarkRules {
    media: MediaList;
    own: string;
}

export class Looks {
    current: CanvasLooks;
    readonly #dark: DarkRules[];
    readonly #view: View;
    readonly #siteAccent: string;
    readonly #ground: HTMLElement;

    /** `ground`: what is light or dark, and dense. */
    constructor(view: View, accent: string, ground = document.documentElement) {
        this.#view = view;
        this.#ground = ground;
        this.#siteAccent = accent;
        this.current = { accent, scheme: "" };
        this.#dark = [...(ground.getRootNode() as Document | ShadowRoot).styleSheets, ...view.root.adoptedStyleSheets].flatMap(darkRules);
    }

    take(looks: unknown): void {
        const say = (name: Look) => String((looks as Partial<Record<Look, unknown>> | null)?.[name] ?? "").trim();
        this.current = { accent: this.#accent(say("accent")), scheme: oneOf("theme", say("theme")) as CanvasLooks["scheme"] };
        this.#view.setAccent(this.current.accent);
        this.#setScheme(this.current.scheme);
        this.#ground.dataset["density"] = oneOf("density", say("density"));
        const font = say("font");
        (this.#view.root.host as HTMLElement).style.fontFamily = font && `${font}, system-ui, sans-serif`;
        for (const [name, property] of [["font", "font-family"], ["offset", "margin"], ["z-index", "z-index"]] as const) {
            if (say(name) && !CSS.supports(property, say(name))) {
                warn(`the page's --ventanilla-${name}, "${say(name)}", is none.`);
            }
        }
    }

    /** As "#rrggbb". */
    #accent(colour: string): string {
        if (!colour) {
            return this.#siteAccent;
        }
        const accent = inDigits(colour, this.#view.root);
        if (!accent) {
            warn(`"${colour}" is no colour; the panel keeps the site's.`);
            return this.#siteAccent;
        }
        for (const surface of [kSurface, kDarkSurface]) {
            const { ink, isMended } = accentColours(accent, surface);
            if (isMended) {
                warn(`"${colour}" cannot be read as text on ${surface}; there it is ${ink}.`);
            }
        }
        return accent;
    }

    #setScheme(scheme: string): void {
        this.#ground.style.colorScheme = scheme;
        for (const { media, own } of [...this.#dark, ...darkRules(this.#view.accentSheet)]) {
            media.mediaText = scheme === "dark" ? "screen" : scheme === "light" ? "not all" : own;
        }
    }
}

function darkRules(sheet: CSSStyleSheet): DarkRules[] {
    return [...sheet.cssRules].flatMap((rule) =>
        rule instanceof CSSMediaRule && rule.media.mediaText.includes(kDark) ? [{ media: rule.media, own: rule.media.mediaText }] : []);
}

/** The value, or empty where it is the one that the site has anyway, or none. */
function oneOf(name: keyof typeof kKnown, value: string): string {
    if (value && !kKnown[name].includes(value)) {
        warn(`there is no ${name} "${value}"; there is auto, ${kKnown[name].join(", ")}.`);
        return "";
    }
    return value;
}

/** A colour of CSS as "#rrggbb"; empty where it is none. `root`: where no style sheet of a page has a say. */
function inDigits(colour: string, root: ShadowRoot): string {
    const probe = document.createElement("i");
    probe.style.color = `color-mix(in srgb, ${colour} 100%, ${colour})`;
    root.append(probe);
    const parts = probe.style.color && getComputedStyle(probe).color.match(/[\d.]+(?=[ )])/g);
    probe.remove();
    const digits = (part: string) => Math.round(Number(part) * 255).toString(16).padStart(2, "0");
    return parts ? `#${parts.slice(0, 3).map(digits).join("")}` : "";
}

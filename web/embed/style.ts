// The launcher's looks, as constructable style sheets: those pass every style-src.
import { accentColours } from "../shared/accent.ts";
import launcher from "./launcher.css";

export function launcherStyles(accent: string): CSSStyleSheet[] {
    const { accent: fill, on } = accentColours(accent, "#ffffff");
    return [launcher, `:host{--fill:${fill};--on-fill:${on}}`].map((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
    });
}

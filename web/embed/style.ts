// The launcher's looks, as a constructable style sheet: that passes every style-src.
import launcher from "./launcher.css";
import type { SiteConfig } from "./site.ts";

export function launcherStyle({ accent, on }: SiteConfig): CSSStyleSheet {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${launcher}:host{--fill:${accent}!important;--on-fill:${on}!important}`);
    return sheet;
}

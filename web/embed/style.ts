// The launcher's looks, as a constructable style sheet: that passes every style-src.
import launcher from "./launcher.css";
import type { SiteConfig } from "./site.ts";

export function launcherStyle({ accent, on }: SiteConfig): CSSStyleSheet {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
        `${launcher}:host{--fill:var(--ventanilla-accent,${accent})!important;color:${on}!important}button{background-color:${accent}}`,
    );
    return sheet;
}

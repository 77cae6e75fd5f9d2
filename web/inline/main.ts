// inline.js, which embed.js loads for <ventanilla-widget mode="inline">: what stands in the widget's shadow tree where the
// frame with the panel would be. Only on pages of the help's own origin: docs/decisions/0021-inline.md.
import { warn } from "../shared/warn.ts";
import { InlinePanel } from "./inline_panel.ts";

const kName = "ventanilla-inline";
const { origin } = new URL(import.meta.url);

if (origin !== location.origin) {
    warn(`mode="inline" is for pages of ${origin}: without a frame, what a customer writes lies open to the scripts of its page. Here the panel is framed.`);
    throw new Error(); // for embed.js, which frames it
}
if (!customElements.get(kName)) {
    customElements.define(kName, InlinePanel);
}

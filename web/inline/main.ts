// inline.js, for pages of the help's own origin: <ventanilla-inline lang="en" route="/en/"></ventanilla-inline> is the
// whole help, as part of the page. docs/decisions/0021-inline.md says why not of every page.
import { InlineHelp } from "./element.ts";

const kName = "ventanilla-inline";

if (!customElements.get(kName)) {
    customElements.define(kName, InlineHelp);
}

// embed.js: <script src="https://help.example/embed.js" data-lang="en" data-position="start" data-view="canvas" async></script>
import { site } from "./site.ts";
import { widgetElement } from "./widget.ts";

const kName = "ventanilla-widget";
const script = document.currentScript;

if (site && script instanceof HTMLScriptElement && !customElements.get(kName)) {
    customElements.define(kName, widgetElement(new URL(script.src).origin, site));

    const place = () => {
        if (!document.querySelector(kName)) {
            const widget = document.createElement(kName);
            for (const name of ["lang", "position", "view"]) {
                const value = script.dataset[name];
                if (value) {
                    widget.setAttribute(name, value);
                }
            }
            // On the root: a page that swaps its <body> does not take the way to help along.
            document.documentElement.append(widget);
        }
    };
    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", place);
    } else {
        place();
    }
}

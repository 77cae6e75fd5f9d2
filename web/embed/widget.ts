// <ventanilla-widget>: a button that waits, and the panel that it opens.
//
//   <ventanilla-widget lang="en" position="start" view="canvas"></ventanilla-widget>
//
// Events, on the element: "ventanilla:open", "ventanilla:close", and what the panel tells ("ventanilla:ticket-sent").
import { PanelFrame } from "./frame.ts";
import { icon } from "./icon.ts";
import { type Labels, nearestLanguage, type SiteConfig } from "./site.ts";
import { launcherStyles } from "./style.ts";

const kNarrow = "(max-width: 480px)";

/** The element's class, for a site whose panel is on `origin`. */
export function widgetElement(origin: string, site: SiteConfig): CustomElementConstructor {
    return class VentanillaWidget extends HTMLElement {
        private readonly button = document.createElement("button");
        private readonly name = document.createElement("span");
        private readonly panel = document.createElement("div");
        private readonly leave = document.createElement("button");
        private readonly narrow = matchMedia(kNarrow);
        private readonly watch = new MutationObserver(() => this.speak());
        private frame: PanelFrame | null = null;
        private opened = false;
        private opener: HTMLElement = this.button;
        private spoken = "";
        private covered: HTMLElement | null = null;

        constructor() {
            super();
            const root = this.attachShadow({ mode: "open" });
            root.adoptedStyleSheets = launcherStyles(site.accent);

            this.button.type = this.leave.type = "button";
            this.button.className = "launcher";
            this.button.setAttribute("aria-haspopup", "dialog");
            this.button.setAttribute("aria-controls", "panel");
            this.button.append(icon("help"), icon("close"), this.name);

            this.panel.id = this.panel.className = "panel";
            this.panel.setAttribute("role", "dialog");
            this.leave.className = "leave";
            this.leave.append(icon("close"));
            this.panel.append(this.leave);
            root.append(this.button, this.panel);

            for (const intent of ["pointerenter", "focus", "touchstart"]) {
                this.button.addEventListener(intent, () => this.warmUp(), { passive: true });
            }
            this.button.addEventListener("click", () => (this.opened ? this.close() : this.open()));
            this.leave.addEventListener("click", () => this.close());
        }

        connectedCallback(): void {
            this.arrange();
            this.speak();
            this.watch.observe(document.documentElement, { attributeFilter: ["lang"] });
            this.watch.observe(this, { attributeFilter: ["lang"] });
            document.addEventListener("click", this.onLink);
            document.addEventListener("keydown", this.onKey);
            this.narrow.addEventListener("change", this.arrange);
            visualViewport?.addEventListener("resize", this.arrange);
            visualViewport?.addEventListener("scroll", this.arrange);
        }

        disconnectedCallback(): void {
            this.close();
            this.cool();
            this.watch.disconnect();
            document.removeEventListener("click", this.onLink);
            document.removeEventListener("keydown", this.onKey);
            this.narrow.removeEventListener("change", this.arrange);
            visualViewport?.removeEventListener("resize", this.arrange);
            visualViewport?.removeEventListener("scroll", this.arrange);
        }

        /** Shows the panel, at a route such as "/es/contacto" if one is given. */
        open(route: string | null = null, opener: HTMLElement = this.button): void {
            const frame = this.warmUp();
            if (!this.opened) {
                this.opener = opener;
                this.opened = true;
                this.arrange();
                this.dispatchEvent(new CustomEvent("ventanilla:open"));
            }
            frame.show(route);
        }

        /** Puts the panel away and gives the focus back. */
        close(): void {
            if (!this.opened) {
                return;
            }
            this.opened = false;
            this.frame?.hide();
            this.arrange();
            (this.opener.isConnected ? this.opener : this.button).focus();
            this.speak();
            this.dispatchEvent(new CustomEvent("ventanilla:close"));
        }

        private get language(): string {
            return nearestLanguage(site, this.lang || document.documentElement.lang);
        }

        /** Names everything in the page's language, which may change; a panel in use keeps the one that it has. */
        private speak(): void {
            const language = this.language;
            if (this.opened || this.spoken === language) {
                return;
            }
            this.cool();
            this.spoken = this.button.lang = this.panel.lang = language;
            const labels = site.labels[language] as Labels;
            this.name.textContent = labels.launcher;
            this.panel.setAttribute("aria-label", labels.panel);
            this.leave.setAttribute("aria-label", labels.close);
        }

        private warmUp(): PanelFrame {
            if (this.frame === null) {
                const { panel } = site.labels[this.spoken] as Labels;
                const page = this.spoken + (this.getAttribute("view") === "canvas" ? "/canvas/" : "/");
                this.frame = new PanelFrame(origin, page, panel, {
                    onReady: (ready) => this.panel.classList.toggle("ready", ready),
                    onClose: () => this.close(),
                    onEmit: (event, detail) =>
                        this.dispatchEvent(new CustomEvent(`ventanilla:${event}`, { detail, bubbles: true })),
                });
                this.panel.prepend(this.frame.element);
            }
            return this.frame;
        }

        private cool(): void {
            this.frame?.destroy();
            this.frame = null;
            this.panel.classList.remove("ready");
        }

        /** Open or not, beside the page or, where there is little room, over it; a keyboard on the screen takes its part. */
        private readonly arrange = (): void => {
            const sheet = this.opened && this.narrow.matches;
            if (sheet && !this.covered && !document.body.inert) {
                this.covered = document.body;
                this.covered.inert = true;
            } else if (!sheet && this.covered) {
                this.covered.inert = false;
                this.covered = null;
            }
            this.toggleAttribute("open", this.opened);
            this.button.setAttribute("aria-expanded", String(this.opened));
            this.panel.setAttribute("aria-modal", String(sheet));
            const view = sheet ? visualViewport : null;
            this.panel.style.height = view ? `${view.height}px` : "";
            this.panel.style.top = view ? `${view.offsetTop}px` : "";
        };

        private readonly onKey = (event: KeyboardEvent): void => {
            if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) {
                this.close();
            }
        };

        /** <a data-ventanilla-route="/es/contacto" href="...">: a page for everyone, the panel where there is one. */
        private readonly onLink = (event: MouseEvent): void => {
            const modified = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
            const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-ventanilla-route]") : null;
            if (link && !modified && !event.defaultPrevented) {
                event.preventDefault();
                this.open(link.dataset["ventanillaRoute"] ?? null, link);
            }
        };
    };
}

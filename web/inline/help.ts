// The app and its view within a page: what web/panel/main.ts is to a panel's page, without all that is a page's, such as
// its title, its address and its keys.
import { isMarked } from "../outbox/mark.ts";
import { Outbox } from "../outbox/outbox.ts";
import { messageOf } from "../panel/calls.ts";
import { clock } from "../panel/clock.ts";
import { contextMessage, type SuggestRule } from "../panel/context.ts";
import { Core, loadCore } from "../panel/core.ts";
import { Draft } from "../panel/draft.ts";
import { Looks } from "../panel/looks.ts";
import type { Message } from "../panel/protocol.ts";
import { type Display, Session } from "../panel/session.ts";
import { View } from "../panel/view/view.ts";
import type { ReadingTexts } from "../reading/texts.ts";
import type { Call, FromPanel, HostContext } from "../shared/envelope.ts";
import type { PanelPage } from "./panel_page.ts";
import screenStyle from "./screen.css";
import { styleSheet } from "./style.ts";

export interface HelpOptions {
    /** Has a shadow tree, and takes the looks. */
    within: HTMLElement;
    /** Where she wants to go; where left empty, it begins where she has been, and she is not led there. */
    path: string;
    /** The name under which what she writes is kept for the tab. */
    kept: string;
    /** The help is not shown any more. */
    signal: AbortSignal;
    tell(message: FromPanel): void;
    toTop(): void;
    toLanguage(path: string): void;
    fail(): void;
}

// Elements with the same core compile it once.
const modules = new Map<string, Promise<WebAssembly.Module>>();

function moduleAt(address: string): Promise<WebAssembly.Module> {
    const module = modules.get(address) ?? loadCore(address);
    modules.set(address, module);
    module.catch(() => modules.delete(address));
    return module;
}

export class Help {
    readonly #options: HelpOptions;
    readonly #page: PanelPage;
    readonly #view: View;
    readonly #looks: Looks;
    readonly #rules: SuggestRule[];
    #session: Session | null = null;
    readonly #early: Message[] = [];

    constructor(page: PanelPage, options: HelpOptions) {
        this.#options = options;
        this.#page = page;
        const { told, direction } = page;
        const { within, toTop } = options;
        const place = document.createElement("section");
        within.dir = direction;
        this.#rules = JSON.parse(told["rules"] ?? "[]") as SuggestRule[];
        this.#view = new View(place, {
            accent: told["accent"] ?? "",
            closable: false,
            reading: { texts: JSON.parse(told["reading"] ?? "null") as ReadingTexts, load: () => import(told["readingScript"] ?? "") },
            within: { direction, toTop },
            place: () => [],
            send: this.#send,
        });
        const { root } = this.#view;
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet(screenStyle)];
        within.shadowRoot?.replaceChildren(place);
        this.#looks = new Looks(this.#view, told["accent"] ?? "", within);
    }

    async start(): Promise<void> {
        const { path, kept, signal } = this.#options;
        const { told, language } = this.#page;
        const module = await moduleAt(told["core"] ?? "");
        if (signal.aborted) {
            return;
        }
        const draft = new Draft(kept, { signal });
        const core = new Core(module, () => ({
            m: "start",
            language,
            catalog: told["catalog"],
            path,
            page: location.origin + location.pathname,
            saved: draft.read(),
            online: navigator.onLine,
            browser: true,
            keeps: true,
            files: true,
        }));
        const outbox = new Outbox((waiting) => this.#options.tell({ ventanilla: 1, type: "waiting", waiting }));
        this.#session = new Session(core, this.#display(), { tell: this.#options.tell }, draft, outbox);
        this.#session.start();
        this.#send(clock(told["timeZone"]));
        this.#early.splice(0).forEach(this.#send);
        if (isMarked()) {
            void outbox.kept().then((texts) => this.#send({ m: "kept", texts }));
        }
        addEventListener("online", () => this.#send({ m: "connection-changed", online: true }), { signal });
        addEventListener("offline", () => this.#send({ m: "connection-changed", online: false }), { signal });
    }

    describe(context: HostContext): void {
        this.#looks.take(context.looks);
        this.#send(contextMessage(context, this.#rules, this.#refuse));
    }

    call({ name, args }: Call): void {
        if (name === "open" && args[0] === undefined) {
            return; // where she was
        }
        const message = messageOf(name, args);
        if (message) {
            this.#send(message);
        } else {
            this.#refuse(name);
        }
    }

    /** She has come here, or been brought. */
    show(): void {
        this.#send({ m: "shown", touch: matchMedia("(pointer: coarse)").matches });
    }

    readonly #refuse = (id: string): void => this.#options.tell({ ventanilla: 1, type: "emit", event: "error", detail: { reason: "bad-call", id } });

    readonly #send = (message: Message): void => {
        if (this.#session) {
            this.#session.send(message);
        } else {
            this.#early.push(message);
        }
    };

    #display(): Display {
        const view = this.#view;
        const { path, signal, tell, toLanguage, fail } = this.#options;
        let ready = false;
        return {
            showAddress() {
                // The address is the page's.
            },
            draw: (screen, focus) => {
                if (signal.aborted || screen.id === "loading") {
                    return;
                }
                if (screen.id === "unavailable") {
                    fail();
                    return;
                }
                view.draw(screen, focus);
                if (!ready) {
                    ready = true;
                    tell({ ventanilla: 1, type: "ready" });
                    if (path) {
                        this.show();
                    }
                }
            },
            announce: (text) => view.announce(text),
            copy: (text) => void view.copy(text),
            share: (path, title) => void view.share(path, title),
            print: () => void view.print(),
            switchLanguage: toLanguage,
            fail,
        };
    }
}

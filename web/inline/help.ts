// The app and its view in an element of a page: what web/panel/main.ts is to a panel's page, without all that is a page's,
// such as its title, its address and its keys.
import { messageOf } from "../panel/calls.ts";
import { Core, loadCore } from "../panel/core.ts";
import { Draft } from "../panel/draft.ts";
import { Looks } from "../panel/looks.ts";
import type { Message } from "../panel/protocol.ts";
import { type Display, Session } from "../panel/session.ts";
import { View } from "../panel/view/view.ts";
import type { CallName, FromPanel } from "../shared/envelope.ts";
import type { PanelPage } from "./panel_page.ts";
import screen from "./screen.css";
import { styleSheet } from "./style.ts";

export interface HelpOptions {
    language: string;
    /** Where to begin, unless she has been somewhere. */
    route: string;
    /** What is kept for the tab has this name. */
    name: string;
    /** What scrolls, and is light or dark. */
    scroller: HTMLElement;
    /** The element is taken away. */
    signal: AbortSignal;
    tell(event: string, detail?: unknown): void;
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
    private readonly options: HelpOptions;
    private readonly page: PanelPage;
    private readonly view: View;
    private readonly looks: Looks;
    private session: Session | null = null;
    private readonly early: Message[] = [];

    constructor(page: PanelPage, options: HelpOptions) {
        this.options = options;
        this.page = page;
        const { scroller } = options;
        const place = document.createElement("section");
        this.view = new View(place, {
            accent: page.accent,
            closable: false,
            reading: page.reading,
            scroller,
            direction: page.direction,
            place: () => [],
            send: this.send,
        });
        const { root } = this.view;
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet(screen)];
        this.looks = new Looks(this.view, page.accent, scroller, []);
        scroller.replaceChildren(place);
    }

    async start(): Promise<void> {
        const { language, route, name, signal } = this.options;
        const module = await moduleAt(this.page.core);
        if (signal.aborted) {
            return;
        }
        const draft = new Draft(name, signal);
        const core = new Core(module, () => ({
            m: "start",
            language,
            catalog: this.page.catalog,
            path: draft.read() ? "" : route,
            page: location.origin + location.pathname,
            saved: draft.read(),
            online: navigator.onLine,
            browser: true,
        }));
        this.session = new Session(core, this.display(), { tell: this.tell }, draft);
        this.session.start();
        this.early.splice(0).forEach(this.send);
        addEventListener("online", () => this.send({ m: "connection-changed", online: true }), { signal });
        addEventListener("offline", () => this.send({ m: "connection-changed", online: false }), { signal });
    }

    call(name: CallName, args: unknown[]): void {
        const message = messageOf(name, args);
        if (message) {
            this.send(message);
        } else {
            this.tell({ ventanilla: 1, type: "emit", event: "error", detail: { reason: "bad-call", id: name } });
        }
    }

    dress(looks: Record<string, string>): void {
        this.looks.take(looks);
    }

    private readonly send = (message: Message): void => {
        if (this.session) {
            this.session.send(message);
        } else {
            this.early.push(message);
        }
    };

    private readonly tell = (message: FromPanel): void => {
        if (message.type === "emit") {
            this.options.tell(message.event, message.detail);
        }
    };

    private display(): Display {
        const { view, options } = this;
        let ready = false;
        return {
            showAddress() {
                // The address is the page's.
            },
            draw(screen, focus) {
                if (options.signal.aborted || screen.id === "loading") {
                    return;
                }
                if (screen.id === "unavailable") {
                    options.fail();
                    return;
                }
                view.draw(screen, focus);
                if (!ready) {
                    ready = true;
                    options.tell("ready");
                }
            },
            announce: (text) => view.announce(text),
            copy: (text) => void view.copy(text),
            share: (path, title) => void view.share(path, title),
            print: () => void view.print(),
            switchLanguage: options.toLanguage,
            fail: options.fail,
        };
    }
}

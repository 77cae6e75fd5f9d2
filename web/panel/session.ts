// The loop: a message goes into the core, a screen and effects come out; the screen is drawn, the effects are run,
// and their answers are the next messages.
import type { Core } from "./core.ts";
import type { Draft } from "./draft.ts";
import type { Host } from "./host.ts";
import { type Answer, get, post } from "./network.ts";
import type { Effect, Message, Result, Screen } from "./protocol.ts";
import { wait } from "./wait.ts";

export interface Display {
    /** The route has changed to that of the screen that is drawn next. */
    showAddress(path: string, step: boolean, screen: Screen): void;
    /** Draws the screen, then moves the focus where the core wants it. */
    draw(screen: Screen, focus: string | null): void;
    announce(text: string): void;
    copy(text: string): void;
    /** The page at a path of this origin. */
    share(path: string, title: string): void;
    print(): void;
    /** To the help in another language, at a route of it. */
    switchLanguage(path: string): void;
    /** The core is gone for good. */
    fail(): void;
}

/** What outlives the tab, and what is uploaded: web/outbox/outbox.ts. */
export interface Sending {
    keep(name: string, text: string): Promise<boolean>;
    /** What the core is told of files that she has chosen. */
    choose(files: readonly File[]): Promise<unknown>;
    /** With the files that the body names. */
    post(effect: Extract<Effect, { e: "post" }>, tell: (percent: number) => void): Promise<Answer>;
}

export class Session {
    readonly #waiting: (() => Result)[] = [];
    #busy = false;
    readonly #core: Core;
    readonly #display: Display;
    readonly #host: Pick<Host, "tell">;
    readonly #draft: Pick<Draft, "write">;
    readonly #sending: Sending;
    #awaited = 0;
    #waitingForRest: (() => void)[] = [];

    constructor(core: Core, display: Display, host: Pick<Host, "tell">, draft: Pick<Draft, "write">, sending: Sending) {
        this.#core = core;
        this.#display = display;
        this.#host = host;
        this.#draft = draft;
        this.#sending = sending;
    }

    start(): void {
        this.#take(() => this.#core.start());
    }

    send(message: Message): void {
        if (message["files"]) {
            void this.#choose(message);
            return;
        }
        this.#take(() => this.#core.dispatch(message));
    }

    /** When the core waits for no file any more. */
    rest(): Promise<void> {
        return new Promise((resolve) => {
            this.#waitingForRest.push(resolve);
            this.#tellRest();
        });
    }

    #tellRest(): void {
        if (this.#awaited === 0) {
            this.#waitingForRest.splice(0).forEach((resolve) => resolve());
        }
    }

    /** One after the other: an effect may have its answer before the screen that asked for it is done. */
    #take(step: () => Result): void {
        this.#waiting.push(step);
        if (this.#busy) {
            return;
        }
        this.#busy = true;
        try {
            for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
                this.#present(next());
            }
        } catch (fault) {
            this.#waiting.length = 0;
            this.#display.fail();
            reportError(fault);
        } finally {
            this.#busy = false;
        }
    }

    #present({ screen, effects = [] }: Result): void {
        // Before the screen is drawn, since the browser keeps with each step how far it was scrolled.
        for (const effect of effects) {
            if (effect.e === "show-address") {
                this.#display.showAddress(effect.path, effect.step === true, screen);
            }
        }
        const focus = effects.filter((effect) => effect.e === "focus").pop();
        this.#display.draw(screen, focus?.key ?? null);
        effects.forEach((effect) => this.#run(effect));
    }

    #run(effect: Effect): void {
        switch (effect.e) {
            case "get":
                this.#answer(effect.id, effect.path.endsWith(".wasm") ? this.#core.extend(effect.path) : get(effect.path, effect.token));
                break;
            case "post":
                this.#answer(effect.id, this.#post(effect));
                break;
            case "download":
                this.#answer(effect.id, this.#save(effect));
                break;
            case "random":
                void this.#deliver(effect.id, Promise.resolve({ status: 200, body: new TextEncoder().encode(randomHex(effect.bytes)) }));
                break;
            case "save":
                this.#draft.write(effect.text);
                break;
            case "keep":
                void this.#deliver(effect.id, this.#sending.keep(effect.name, effect.text).then((kept) => ({ status: kept ? 200 : 0, body: kNothing })));
                break;
            case "wait":
                void this.#deliver(effect.id, wait(effect));
                break;
            case "announce":
                this.#display.announce(effect.text);
                break;
            case "emit":
                this.#host.tell({ ventanilla: 1, type: "emit", event: effect.event, detail: effect.detail });
                break;
            case "copy":
                this.#display.copy(effect.text);
                break;
            case "share":
                this.#display.share(effect.path, effect.title);
                break;
            case "print":
                this.#display.print();
                break;
            case "switch-language":
                this.#display.switchLanguage(effect.path);
                break;
            case "close-panel":
                this.#host.tell({ ventanilla: 1, type: "close" });
                break;
        }
    }

    /** Files are the page's alone: the core learns their names and sizes. */
    async #choose({ key, files }: Message): Promise<void> {
        const chosen = await this.#sending.choose(files as File[]);
        this.send({ m: "typed", key, value: JSON.stringify(chosen), revision: 0 });
    }

    #post(effect: Extract<Effect, { e: "post" }>): Promise<Answer> {
        return effect.body.includes('"attachments"')
            ? this.#sending.post(effect, (percent) => this.send({ m: "chose", key: "upload", value: `${percent}` }))
            : post(effect.path, effect.body, effect.key, effect.token);
    }

    async #save({ path, token, name }: Extract<Effect, { e: "download" }>): Promise<Answer> {
        const { status, body } = await get(path, token);
        if (status === 200) {
            const link = document.createElement("a");
            link.href = URL.createObjectURL(new Blob([body]));
            link.download = name;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), kUntilSaved);
        }
        return { status, body: kNothing };
    }

    /** Of the network, for which rest() waits. */
    #answer(effect: number, answer: Promise<Answer>): void {
        this.#awaited += 1;
        void this.#deliver(effect, answer).then(() => {
            this.#awaited -= 1;
            this.#tellRest();
        });
    }

    async #deliver(effect: number, answer: Promise<Answer>): Promise<void> {
        const { generation } = this.#core;
        const { status, body } = await answer;
        if (generation === this.#core.generation) {
            this.#take(() => this.#core.deliver(effect, status, body));
        }
    }
}

const kNothing = new Uint8Array();
const kUntilSaved = 60_000; // milliseconds

function randomHex(bytes: number): string {
    const random = crypto.getRandomValues(new Uint8Array(bytes));
    return Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What a view that draws with elements shows of a screen, read as the canvas tells it (tests/support/tour.ts).
import type { Locator, Page } from "@playwright/test";
import type { Message, Node, Screen } from "../../web/panel/protocol.ts";
import type { Harness } from "../web/harness_page.ts";
import type { Control, Drawn } from "./tour.ts";

const kControls = "button, a[href], input:not([type=hidden]), textarea, [tabindex='0']";

type Action = { [member in Exclude<keyof Control, "key" | "name">]?: Control[member] | undefined };

/** The accessibility tree, head and body apart, as Playwright writes it. */
interface Tree {
    head: string[];
    body: string[];
}

export interface Reading {
    drawn: Drawn;
    tree: Tree;
}

async function treeOf(screen: Locator): Promise<Tree> {
    const lines = (await screen.ariaSnapshot()).split("\n");
    const head = (await screen.locator("header").ariaSnapshot()).split("\n");
    return { head: lines.slice(0, head.length), body: lines.slice(head.length) };
}

/** Roles, names and states of all that can be used, in order. */
function namesIn(tree: Tree): string[] {
    const control = /^ *- '?(button|link|radio|checkbox|textbox|searchbox) ("(?:[^"\\]|\\.)*")((?: \[\w+\])*)/;
    return [...tree.head, ...tree.body].flatMap((line) => {
        const [, role, name = '""', states = ""] = control.exec(line.replaceAll("''", "'")) ?? [];
        return role ? [`${role} "${JSON.parse(name) as string}"${states}`] : [];
    });
}

async function readScreen(screen: Locator, useAll: () => Promise<Action[]>): Promise<Reading> {
    const tree = await treeOf(screen);
    const names = namesIn(tree);
    const { nodes, controls, text } = await screen.evaluate((root, selector) => {
        const part = (node: Element) => (node.closest("header") ? "head" : "body");
        const keyed = (element: Element | null) => element?.closest("[data-key]")?.getAttribute("data-key") ?? "";
        const text = { head: "", body: "" };
        const kept = (node: globalThis.Node) =>
            node instanceof Element && node.matches(".unseen, noscript, textarea, svg") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, kept);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node instanceof Element ? node : (node.parentElement as Element);
            const list = element.parentElement;
            let written = "";
            if (node instanceof Text && !element.closest("time")) {
                written = node.data;
            } else if (node instanceof HTMLImageElement) {
                written = node.alt;
            } else if (node instanceof HTMLTimeElement) {
                written = node.dateTime;
            } else if (node instanceof HTMLLIElement && list instanceof HTMLOListElement) {
                written = `${[...list.children].indexOf(node) + list.start}.`;
            }
            text[part(element)] += written.replace(/[ \n]/g, "");
        }
        return {
            nodes: [...root.querySelectorAll("[data-key]")]
                .map((node) => ({ part: part(node), key: keyed(node), around: keyed(node.parentElement) }))
                .filter(({ key }) => !key.includes("#")),
            controls: [...root.querySelectorAll(selector)]
                .map((control) => ({ part: part(control), key: keyed(control), named: control.matches("button, a, input, textarea") })),
            text,
        };
    }, kControls);
    // Last, since it leaves the screen filled in.
    const actions = await useAll();
    const all = controls.map(({ part, key, named }, at) => ({
        part, control: { key, name: named ? (names.shift() ?? "") : "", ...withoutNothing(actions[at] ?? {}) },
    }));
    const partOf = (wanted: string) => ({
        nodes: nodes.filter(({ part }) => part === wanted).map(({ key, around }): [string, string] => [key, around]),
        controls: all.filter(({ part }) => part === wanted).map(({ control }) => control),
        text: text[wanted as "head" | "body"],
    });
    return { drawn: { head: partOf("head"), body: partOf("body") }, tree };
}

/** The DOM view: everything in it is used, and what it reports is noted. */
export async function readDom(page: Page): Promise<Reading> {
    const screen = page.locator("main .screen");
    return readScreen(screen, () => screen.evaluate((root, selector) => {
        const { harness } = window as unknown as { harness: Harness };
        const reported = (use: () => void) => {
            harness.sent.splice(0);
            use();
            return harness.sent.splice(0)[0];
        };
        const actionOf = (control: Element): Action => {
            if (control instanceof HTMLAnchorElement) {
                const leaves = control.target !== "" || !control.protocol.startsWith("http");
                return { use: leaves ? (control.getAttribute("href") as string) : reported(() => control.click()) };
            }
            if (control instanceof HTMLButtonElement) {
                return { use: reported(() => control.click()) };
            }
            if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
                // A radio button that is chosen says nothing when it is pressed again.
                control.checked &&= control.type === "checkbox";
                return { use: reported(() => control.click()) };
            }
            if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) {
                return {};
            }
            const typed = reported(() => {
                control.value = control.type === "date" ? "2026-01-01" : `${control.value}.`;
                control.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
            });
            const types = !control.readOnly && typed?.m === "typed" && typed["key"] === control.closest("[data-key]")?.getAttribute("data-key");
            // What Enter does in the search box is the browser's doing.
            const enter = reported(() => control.type === "search"
                ? control.form?.requestSubmit()
                : control.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, composed: true })));
            return { ...(types && { types }), ...(enter && { enter }) };
        };
        return [...root.querySelectorAll(selector)].map(actionOf);
    }, kControls));
}

/** The HTML view: what its server is told by each link and button, as server/portal/desk.cpp takes it. */
export async function readHtml(page: Page, { nodes = [], person = [], back }: Screen): Promise<Reading> {
    const screen = page.locator(".screen");
    const messages: Record<string, Message> = {};
    const note = ({ key, message, children = [] }: Node): void => {
        if (message) {
            messages[key] = message;
        }
        children.forEach(note);
    };
    [...(back ? [back] : []), ...nodes, ...person].forEach(note);
    return readScreen(screen, () => screen.evaluate((root, { selector, messages }) => {
        const way = (address: string) => (address.startsWith("/") ? { m: "navigate", path: address } : address);
        const pressed = (button: HTMLButtonElement | undefined) => (button?.name === "press" ? messages[button.value] : undefined);
        const actionOf = (control: Element): Action => {
            if (control instanceof HTMLAnchorElement) {
                return { use: way(control.getAttribute("href") as string) };
            }
            if (control instanceof HTMLButtonElement) {
                const address = control.getAttribute("formaction");
                return { use: address ? way(address) : control.form ? pressed(control) : undefined };
            }
            if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
                const value = control.type === "checkbox" && control.checked ? "" : control.value;
                return control.matches(":disabled") ? {} : { use: { m: "chose", key: control.name, value } };
            }
            if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) {
                return {};
            }
            if (control.name === "q") {
                return { types: true, enter: messages["search"] };
            }
            const first = [...(control.form?.elements ?? [])].find((part) => part instanceof HTMLButtonElement);
            const enter = control instanceof HTMLInputElement ? pressed(first) : undefined;
            return { types: !control.readOnly && control.name === control.closest("[data-key]")?.getAttribute("data-key"), enter };
        };
        return [...root.querySelectorAll(selector)].map(actionOf);
    }, { selector: kControls, messages }));
}

/** What is not there is left out, as it is in JSON. */
function withoutNothing(action: Action): Omit<Control, "key" | "name"> {
    return Object.fromEntries(Object.entries(action).filter(([, value]) => value));
}

// Who has the focus, by keys. It is never left on the body: when its node goes, the nearest node around it that is
// still there takes it, and at last the title.

const kFocusable = "a[href],button,input,textarea,select,[tabindex]";

/** What a view draws in. */
export type Root = ShadowRoot | Document;

export function focused(root: Root): Element | null {
    return root.activeElement === document.body ? null : root.activeElement;
}

export function keyed(root: Root, key: string): HTMLElement | null {
    return root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}

/** What takes the focus for a node: a control in it (of radio buttons the chosen one), else the node itself. */
function receiver(node: HTMLElement): HTMLElement {
    if (node.matches(kFocusable)) {
        return node;
    }
    const controls = [...node.querySelectorAll<HTMLElement>("[data-target]")];
    const own = controls.filter((control) => control.closest("[data-key]") === node || node.matches("fieldset"));
    const receiver = own.find((control) => control.matches(":checked")) ?? own[0];
    if (!receiver) {
        node.tabIndex = -1;
    }
    return receiver ?? node;
}

/** `scroller`: what scrolls, where that is not the window. */
export function focusKey(root: Root, key: string, scroller?: HTMLElement): boolean {
    const node = keyed(root, key);
    if (!node) {
        return false;
    }
    receiver(node).focus({ preventScroll: key === "title" });
    if (node.matches("article :is(h2,h3,h4)")) {
        bringToTop(node, scroller); // what is read stands below it
    }
    return focused(root) !== null;
}

function bringToTop(node: HTMLElement, scroller?: HTMLElement): void {
    if (!scroller) {
        node.scrollIntoView();
        return;
    }
    // The page around it stays where it is.
    const from = scroller.getBoundingClientRect().top + parseFloat(getComputedStyle(scroller).scrollPaddingBlockStart);
    scroller.scrollBy(0, node.getBoundingClientRect().top - from);
}

/** The keys around the focused element, innermost first; empty when the focus is elsewhere. */
export function focusPath(root: Root): string[] {
    const path: string[] = [];
    for (let at = root.activeElement?.closest<HTMLElement>("[data-key]"); at; ) {
        path.push(at.dataset["key"] as string);
        at = at.parentElement?.closest<HTMLElement>("[data-key]");
    }
    return path;
}

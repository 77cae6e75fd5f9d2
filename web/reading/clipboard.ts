// Puts a text on the clipboard; also on pages without one, which plain HTTP has not.

/** Until it is there. */
export async function copyText(text: string, root: ShadowRoot | Document): Promise<void> {
    if (isSecureContext) {
        await navigator.clipboard.writeText(text).catch(() => copySelected(text, root));
    } else {
        copySelected(text, root);
    }
}

function copySelected(text: string, root: ShadowRoot | Document): void {
    const focused = root.activeElement;
    const field = document.createElement("textarea");
    field.className = "unseen";
    field.value = text;
    (root instanceof Document ? root.body : root).append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    if (focused instanceof HTMLElement) {
        focused.focus({ preventScroll: true });
    }
}

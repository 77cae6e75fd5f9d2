// A button says for a moment what it has done: for the eyes, beside what a screen reader is told.
const kMoment = 2500; // milliseconds

export function sayOn(button: HTMLElement | null, text: string): void {
    const label = button?.firstChild;
    if (!(label instanceof Text) || label.data === text) {
        return;
    }
    // The text itself and not another one: a view that draws the button goes on with it.
    const before = label.data;
    label.data = text;
    setTimeout(() => (label.data = before), kMoment);
}

// A picture that is pasted, or files that are dropped anywhere on the help, are chosen as with its button. Where a screen takes
// none, a file that is dropped leads nowhere all the same: the browser would show it instead of what she is writing.

/** `root`: where the screen is drawn. */
export function takeDropped(root: ParentNode): void {
    const hand = (event: Event, data: DataTransfer | null): void => {
        if (!data?.types.includes("Files")) {
            return;
        }
        event.preventDefault();
        const input = root.querySelector<HTMLInputElement>(".files input");
        if (input && data.files.length > 0) {
            input.files = data.files;
            input.dispatchEvent(new Event("change"));
        }
    };
    // A part of a table is text and a picture of it: the text is what was meant.
    addEventListener("paste", (event) => event.clipboardData?.types.includes("text/plain") || hand(event, event.clipboardData));
    // Until it is dropped, a page sees of a file that there is one.
    addEventListener("dragover", (event) => hand(event, event.dataTransfer));
    addEventListener("drop", (event) => hand(event, event.dataTransfer));
}

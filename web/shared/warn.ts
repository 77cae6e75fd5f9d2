// What a host page does wrong is said on the console, once, for whoever wrote it, and never thrown at it.

const said = new Set<string>();

export function warn(text: string): void {
    if (!said.has(text)) {
        said.add(text);
        console.warn(`Ventanilla: ${text}`);
    }
}

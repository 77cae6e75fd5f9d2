// What a page does wrong is said on its console, once, and never thrown at it.

const said = new Set<string>();

export function warn(text: string): void {
    if (!said.has(text)) {
        said.add(text);
        console.warn(`Ventanilla: ${text}`);
    }
}

export function isKnown<Known extends string>(what: string, value: unknown, known: readonly Known[]): value is Known {
    const found = known.includes(value as Known);
    if (!found) {
        warn(`there is no ${what} "${value}"; there is ${known.join(", ")}.`);
    }
    return found;
}

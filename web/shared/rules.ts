// On which pages a site's rules hold (core/site/rules.h): the launcher hides itself and hints by them, the panel suggests.

export interface Conditions {
    /** "/checkout/*" on any origin, "https://shop.example.com/cart" there alone; `*` stands for anything. */
    pages?: string[];
    languages?: string[];
    /** By name of what the page says of itself: the values that do. */
    context?: Record<string, string[]>;
    /** Seconds on the page. */
    after?: number;
}

export interface Whereabouts {
    /** Without query and fragment. */
    page: string;
    seconds: number;
    values: Record<string, string>;
}

function matches(pattern: string, page: string): boolean {
    const address = pattern[0] === "/" ? page.replace(/^\w+:\/\/[^/]*/, "") : page;
    const expression = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, ".*");
    return new RegExp(`^${expression}$`).test(address);
}

/** Whether all conditions hold, but that of the language, which each page of the panel has settled. */
export function holds({ pages = [], context = {}, after = 0 }: Conditions, { page, seconds, values }: Whereabouts): boolean {
    return (
        seconds >= after &&
        (pages.length === 0 || pages.some((pattern) => matches(pattern, page))) &&
        Object.entries(context).every(([name, allowed]) => allowed.includes(values[name] ?? ""))
    );
}

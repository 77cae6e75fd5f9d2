// On which pages a site's rules hold (core/site/rules.h).

export interface Conditions {
    /** "/checkout/*" on any origin, "https://shop.example.com/cart" there alone; `*` stands for anything. */
    pages?: string[];
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

/** Whether all of it holds. The panel's page has the rules of its language alone. */
export function holds({ pages = [], context = {}, after = 0 }: Conditions, { page, seconds, values }: Whereabouts): boolean {
    return (
        seconds >= after &&
        (pages.length === 0 || pages.some((pattern) => matches(pattern, page))) &&
        Object.entries(context).every(([name, allowed]) => allowed.includes(values[name] ?? ""))
    );
}

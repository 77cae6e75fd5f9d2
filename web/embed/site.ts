// What the publisher writes into the launcher about its site.

export interface Labels {
    launcher: string;
    close: string;
    panel: string;
}

export interface SiteConfig {
    languages: string[];
    /** The language of a page and that of the site which answers it, in the order in which they are tried. */
    nearest: [string, string][];
    labels: Record<string, Labels>;
    accent: string;
    /** The colour of text on the accent. */
    on: string;
}

// The publisher replaces this literal, quotes included, by an object literal.
export const site = "__VENTANILLA_SITE__" as unknown as SiteConfig;

/** The site's language that is nearest to an element's own ("es-MX" is answered by "es"), if any is. */
export function nearestLanguage({ nearest }: SiteConfig, element: Element): string | undefined {
    for (const [tag, language] of nearest) {
        if (element.matches(`:lang(${tag})`)) {
            return language;
        }
    }
    return undefined;
}

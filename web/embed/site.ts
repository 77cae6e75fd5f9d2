// What the publisher writes into the launcher about its site.

export interface Labels {
    launcher: string;
    close: string;
    panel: string;
}

export interface SiteConfig {
    languages: string[];
    labels: Record<string, Labels>;
    accent: string;
    /** The colour of text on the accent. */
    on: string;
}

/** The configuration, or null where the publisher has not put one in. */
function read(config: unknown): SiteConfig | null {
    return typeof config === "object" ? (config as SiteConfig | null) : null;
}

// The publisher replaces this literal, quotes included, by an object literal.
export const site = read("__VENTANILLA_SITE__");

/** The site's language that is nearest to `wanted` ("es-MX" is answered by "es"), if any is. */
export function nearestLanguage(config: SiteConfig, wanted: string): string | undefined {
    const tag = wanted.toLowerCase();
    const same = (language: string) => language.toLowerCase() === tag;
    const related = (language: string) => language.toLowerCase().split("-")[0] === tag.split("-")[0];
    return config.languages.find(same) ?? config.languages.find(related);
}

// What the buttons at a text say. The page has it from the publisher (widget/html/reading.h), on the script that needs it.
export interface ReadingTexts {
    close: string;
    copied: string;
    copy: string;
    /** With "%" for what the picture shows. */
    enlarge: string;
    fit: string;
    full: string;
    shared: string;
    viewer: string;
}

/** Null on a page where nothing is read. */
export function readingTexts(page = document): ReadingTexts | null {
    const texts = page.querySelector<HTMLElement>("script[data-reading]")?.dataset["reading"];
    return texts ? (JSON.parse(texts) as ReadingTexts) : null;
}

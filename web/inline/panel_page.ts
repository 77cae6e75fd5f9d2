// What a language's help is made of. The panel's own page says it (widget/html/panel_page.cpp), and so an element has what
// a panel has, as it is published now. It is read without anything of it being run, or fetched.
import { type ReadingTexts, readingTexts } from "../reading/texts.ts";

export interface PanelPage {
    core: string;
    catalog: string;
    accent: string;
    direction: string;
    reading: ReadingTexts | null;
    /** Plain texts and links. */
    fallback: Element | null;
}

const kLimit = 20_000; // milliseconds

/** Null where it does not come. By XMLHttpRequest, which reads markup also where Trusted Types are demanded. */
export function panelPage(language: string): Promise<PanelPage | null> {
    return new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open("GET", `/widget/${language}/`);
        request.responseType = "document";
        request.timeout = kLimit;
        request.onloadend = () => resolve(request.status === 200 ? read(request.response as Document | null) : null);
        request.send();
    });
}

function read(page: Document | null): PanelPage | null {
    const { core = "", catalog = "", accent = "" } = page?.querySelector<HTMLElement>("#ventanilla")?.dataset ?? {};
    if (!page || !core) {
        return null;
    }
    return { core, catalog, accent, direction: page.dir, reading: readingTexts(page), fallback: page.querySelector("#fallback") };
}

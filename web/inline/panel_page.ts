// What a language's help is made of. The panel's own page says it (widget/html/panel_page.cpp), and so the help in a page
// has what a panel has, as it is published now. It is read without anything of it being run, or fetched.

export interface PanelPage {
    language: string;
    /** What the page has said on the place of the panel: web/panel/main.ts. */
    told: DOMStringMap;
    direction: string;
    /** Plain texts and links. */
    fallback: Element | null;
}

const kLimit = 20_000; // milliseconds

/** Null where it does not come. By XMLHttpRequest, which reads markup also where Trusted Types are demanded. */
export function panelPage(address: string): Promise<PanelPage | null> {
    return new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open("GET", address);
        request.responseType = "document";
        request.timeout = kLimit;
        request.onloadend = () => resolve(request.status === 200 ? read(request.response as Document | null) : null);
        request.send();
    });
}

function read(page: Document | null): PanelPage | null {
    const told = page?.querySelector<HTMLElement>("#ventanilla")?.dataset;
    if (!page || !told?.["core"]) {
        return null;
    }
    return { language: told["language"] ?? "", told, direction: page.dir, fallback: page.querySelector("#fallback") };
}

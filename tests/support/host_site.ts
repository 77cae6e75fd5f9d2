// A site of another origin than the help's, with pages as a test describes them. Every page carries the launcher's tag.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface HostPage {
    /** Markup in the head before the launcher's tag: what is wrong with the page before the launcher loads. */
    head?: string;
    /** Markup in the body, after a paragraph and a button of the page's own. */
    body?: string;
    /** Further attributes of the tag. */
    tag?: string;
    /** The page's Content-Security-Policy, given the help's origin. */
    policy?: (help: string) => string;
}

export interface HostSite {
    /** Answers the address of a new page, which is also the one at all addresses below it. */
    add(page: HostPage): string;
    close(): void;
}

function markup(help: string, { head = "", body = "", tag = "" }: HostPage): string {
    return (
        '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Tienda</title>' +
        '<meta name="viewport" content="width=device-width, initial-scale=1">' +
        `${head}<script src="${help}/embed.js" ${tag}></script></head>` +
        `<body><main><p>Zapatos</p><button type="button">Comprar</button></main>${body}</body></html>`
    );
}

/** `help`: the origin that embed.js comes from. */
export async function startHostSite(help: string): Promise<HostSite> {
    const pages: HostPage[] = [];
    const site = createServer((request, response) => {
        const page = pages[Number(request.url?.split("/")[1] || NaN)];
        if (!page) {
            response.writeHead(204).end();
            return;
        }
        const policy = page.policy ? { "Content-Security-Policy": page.policy(help) } : {};
        response.writeHead(200, { "Content-Type": "text/html", ...policy }).end(markup(help, page));
    });
    await new Promise<void>((listening) => site.listen(0, "localhost", listening));
    const origin = `http://shop.localhost:${(site.address() as AddressInfo).port}`;
    return {
        add: (page) => `${origin}/${pages.push(page) - 1}`,
        close: () => void site.close(),
    };
}

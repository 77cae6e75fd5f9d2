// What is kept, in two kinds of caches: for each panel's page the files that it begins with, which go when another version of the
// page comes; and for all of them what customers read and search, of which the oldest goes when there is too much.

const kRead = "read";
const kMostRead = 300; // files
const kGuides = 20; // of a site: so many are kept before anybody has opened them
const kPatience = 3000; // milliseconds that a page may take where another copy of it is kept

/** The files of a panel's page: not those that customers choose. */
const isShell = (path: string) => /^\/(widget|assets)\/|\/catalog\./.test(path);

/** A file that never changes: as it is kept, else from the network, and kept from then on. */
export async function keptFile(event: FetchEvent): Promise<Response> {
    const kept = await caches.match(event.request, { ignoreVary: true });
    if (kept) {
        return kept;
    }
    const response = await fetch(event.request);
    if (response.status === 200) {
        event.waitUntil(read(event.request.url, response.clone()));
    }
    return response;
}

/** A panel's page: the newest, or the one that is kept where there is no network, no server or no patience. */
export async function keptPage(event: FetchEvent): Promise<Response> {
    const kept = await caches.match(event.request, { ignoreVary: true });
    const newest = fetch(event.request);
    if (!kept) {
        return newest;
    }
    const late = new Promise<Response>((resolve) => setTimeout(resolve, kPatience, kept));
    const answered = newest.then((response) => (response.status < 500 ? response : kept));
    return Promise.race([answered, late]).catch(() => kept);
}

/** Keeps a panel that has been used: its page, what that has fetched, the index's first file and guides. */
export async function keepPanel(page: string, files: string[]): Promise<void> {
    const shell = await caches.open(page);
    const wanted = [page, ...files.filter(isShell)];
    await shell.addAll(await missing(shell, wanted, page));
    for (const { url } of await shell.keys()) {
        if (!wanted.includes(new URL(url).pathname)) {
            await shell.delete(url);
        }
    }
    const others = files.filter((path) => !isShell(path));
    for (const file of await missing(await caches.open(kRead), [...others, ...(await ahead(shell, wanted))])) {
        const response = await fetch(file);
        if (response.status === 200) {
            await read(file, response);
        }
    }
}

/** Of `paths` what the cache has not, and `always`. */
async function missing(cache: Cache, paths: string[], always?: string): Promise<string[]> {
    const kept = await Promise.all(paths.map((path) => cache.match(path)));
    return paths.filter((path, i) => path === always || !kept[i]);
}

/** What a customer without a network will want, by the catalog: of a large site that is long, so the list is kept beside it. */
async function ahead(shell: Cache, files: string[]): Promise<string[]> {
    const catalog = files.find((file) => file.includes("/catalog."));
    const list = `${catalog}?ahead`; // goes when the catalog does
    const listed = await shell.match(list);
    if (listed) {
        return (await listed.json()) as string[];
    }
    const response = catalog && (await shell.match(catalog));
    if (!response) {
        return [];
    }
    const { guides, index, texts, annex } = (await response.json()) as { guides: { file: string }[]; index: string; texts: string; annex: string };
    const wanted = [`${index}0.bin`, annex, texts, ...guides.slice(0, kGuides).map(({ file }) => file)];
    await shell.put(list, Response.json(wanted));
    return wanted;
}

async function read(address: string, response: Response): Promise<void> {
    const cache = await caches.open(kRead);
    await cache.put(address, response);
    const oldest = (await cache.keys()).slice(0, -kMostRead);
    await Promise.all(oldest.map((request) => cache.delete(request)));
}

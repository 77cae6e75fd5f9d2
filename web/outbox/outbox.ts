// Requests that are sent and of which nobody knows yet that they have arrived, on the customer's device: in IndexedDB of the
// help's origin, by their keys. They outlive the tab and the browser; another tab, or a later visit, sends them on. Nothing is
// opened before there is one. docs/decisions/0027-outbox.md
import { type Answer } from "../panel/network.ts";
import type { Sending } from "../panel/session.ts";
import { type Chosen, Files } from "./files.ts";
import { isMarked } from "./mark.ts";

const kStores = ["requests", "files"] as const;

function open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open("ventanilla", kStores.length); // throws where storage is blocked
        opening.onupgradeneeded = () => kStores.slice(opening.result.objectStoreNames.length).forEach((name) => opening.result.createObjectStore(name));
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error());
    });
}

/** Answers what lies in the store once `work` is on the disk; files that nothing there names are gone then. */
async function change(work: (requests: IDBObjectStore, files: IDBObjectStore) => void): Promise<string[]> {
    const database = await open();
    try {
        return await new Promise((resolve, reject) => {
            const changing = database.transaction(kStores, "readwrite", { durability: "strict" });
            const [requests, files] = kStores.map((name) => changing.objectStore(name)) as [IDBObjectStore, IDBObjectStore];
            work(requests, files);
            const all = requests.getAll() as IDBRequest<string[]>;
            const ids = files.getAllKeys() as IDBRequest<string[]>;
            ids.onsuccess = () => ids.result.filter((id) => !all.result.some((text) => text.includes(id))).forEach((id) => files.delete(id));
            changing.oncomplete = () => resolve(all.result);
            changing.onabort = () => reject(changing.error ?? new Error());
        });
    } finally {
        database.close();
    }
}

/** One of a request that lies on the device. */
async function findFile(id: string): Promise<Blob | undefined> {
    const database = await open();
    try {
        return await new Promise((resolve, reject) => {
            const finding = database.transaction("files").objectStore("files").get(id) as IDBRequest<Blob | undefined>;
            finding.onsuccess = () => resolve(finding.result);
            finding.onerror = () => reject(finding.error ?? new Error());
        });
    } finally {
        database.close();
    }
}

export class Outbox implements Sending {
    readonly #files = new Files((id) => findFile(id).catch(() => undefined));
    readonly #onChange: (waits: boolean) => void;
    #last: Promise<unknown> = Promise.resolve();

    /** `onChange`: whether anything waits now. */
    constructor(onChange: (waits: boolean) => void) {
        this.#onChange = onChange;
    }

    /** Keeps a request with the files that it names, or forgets it where `text` is empty. False: this device keeps nothing. */
    keep(name: string, text: string): Promise<boolean> {
        const work = (requests: IDBObjectStore, files: IDBObjectStore): void => {
            void (text ? requests.put(text, name) : requests.delete(name));
            this.#files.namedIn(text).forEach(([id, file]) => files.put(file, id));
        };
        return this.#change(work).then((kept) => kept !== null);
    }

    choose(files: readonly File[]): Promise<Chosen[]> {
        return Promise.resolve(this.#files.choose(files));
    }

    post(effect: Parameters<Sending["post"]>[0], tell: (percent: number) => void): Promise<Answer> {
        return this.#files.post(effect, tell);
    }

    /** What waits, from this tab and from others. */
    async kept(): Promise<string[]> {
        return (await this.#change(() => {})) ?? [];
    }

    /** One after the other: what is forgotten was kept before. */
    #change(work: Parameters<typeof change>[0]): Promise<string[] | null> {
        const changed = this.#last.then(() => change(work)).then(
            (texts) => {
                isMarked(texts.length > 0);
                this.#onChange(texts.length > 0);
                return texts;
            },
            () => null,
        );
        this.#last = changed;
        return changed;
    }
}

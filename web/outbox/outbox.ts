// Requests that are sent and of which nobody knows yet that they have arrived, on the customer's device: in IndexedDB of the
// help's origin, by their keys. They outlive the tab and the browser; another tab, or a later visit, sends them on. Nothing is
// opened before there is one. docs/decisions/0027-outbox.md
import { isMarked } from "./mark.ts";

const kStore = "requests";

function open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open("ventanilla", 1); // throws where storage is blocked
        opening.onupgradeneeded = () => opening.result.createObjectStore(kStore);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error());
    });
}

/** Answers what lies in the store once `work` is on the disk. */
async function change(work: (store: IDBObjectStore) => void): Promise<string[]> {
    const database = await open();
    try {
        return await new Promise((resolve, reject) => {
            const changing = database.transaction(kStore, "readwrite", { durability: "strict" });
            const store = changing.objectStore(kStore);
            work(store);
            const all = store.getAll() as IDBRequest<string[]>;
            changing.oncomplete = () => resolve(all.result);
            changing.onabort = () => reject(changing.error ?? new Error());
        });
    } finally {
        database.close();
    }
}

export class Outbox {
    readonly #onChange: (waits: boolean) => void;
    #last: Promise<unknown> = Promise.resolve();

    /** `onChange`: whether anything waits now. */
    constructor(onChange: (waits: boolean) => void) {
        this.#onChange = onChange;
    }

    /** Keeps a request, or forgets it where `text` is empty. False: this device keeps nothing. */
    keep(name: string, text: string): Promise<boolean> {
        return this.#change((store) => (text ? store.put(text, name) : store.delete(name))).then((kept) => kept !== null);
    }

    /** What waits, from this tab and from others. */
    async kept(): Promise<string[]> {
        return (await this.#change(() => {})) ?? [];
    }

    /** One after the other: what is forgotten was kept before. */
    #change(work: (store: IDBObjectStore) => void): Promise<string[] | null> {
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

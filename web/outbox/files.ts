// Files that she has chosen: from then on here, under ids of our own making, until what names them has arrived. They are uploaded
// before what names them is sent, each once. docs/decisions/0030-attachments.md
import { type Answer, post } from "../panel/network.ts";
import type { Effect } from "../panel/protocol.ts";

export interface Chosen {
    upload: string;
    name: string;
    size: number;
}

type Post = Extract<Effect, { e: "post" }>;

const kIdBytes = 16;
const kSilence = 30_000; // milliseconds without a byte on its way
const kGone = new TextEncoder().encode(JSON.stringify({ status: 422, type: "/problems/upload-missing" }));
const kNone = new Uint8Array();

function newId(): string {
    return Array.from(crypto.getRandomValues(new Uint8Array(kIdBytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** fetch() tells nothing of how far it has come. */
function upload(id: string, file: Blob, onBytes: (bytes: number) => void): Promise<Answer> {
    return new Promise((resolve) => {
        const sending = new XMLHttpRequest();
        let silence = 0;
        const hear = (): void => {
            clearTimeout(silence);
            silence = setTimeout(() => sending.abort(), kSilence) as unknown as number;
        };
        sending.upload.onprogress = ({ loaded }) => {
            hear();
            onBytes(loaded);
        };
        sending.onloadend = () => {
            clearTimeout(silence);
            resolve({ status: sending.status, body: new Uint8Array((sending.response as ArrayBuffer | null) ?? kNone) });
        };
        sending.open("PUT", `/api/v1/uploads/${id}`);
        sending.responseType = "arraybuffer";
        hear();
        sending.send(file);
    });
}

const isFine = ({ status }: Answer): boolean => status >= 200 && status < 300;

export class Files {
    readonly #here = new Map<string, Blob>();
    readonly #arrived = new Set<string>();
    readonly #find: (id: string) => Promise<Blob | undefined>;

    /** `find`: one that this tab does not have. */
    constructor(find: (id: string) => Promise<Blob | undefined>) {
        this.#find = find;
    }

    choose(files: readonly File[]): Chosen[] {
        return files.map((file) => {
            const chosen = { upload: newId(), name: file.name, size: file.size };
            this.#here.set(chosen.upload, file);
            return chosen;
        });
    }

    /** Those that a text names. */
    namedIn(text: string): [string, Blob][] {
        return [...this.#here].filter(([id]) => text.includes(id));
    }

    /** `tell`: how much of the files is on its way, per cent. An answer that is not the post's own is an upload's. */
    async post({ path, body, key, token }: Post, tell: (percent: number) => void): Promise<Answer> {
        const { attachments = [] } = JSON.parse(body) as { attachments?: { upload: string }[] };
        const ids = attachments.map(({ upload: id }) => id);
        const send = async (): Promise<Answer> => {
            const failed = await this.#upload(ids, tell);
            return failed ?? post(path, body, key, token);
        };
        const answer = await send();
        if (answer.status !== 422 || !ids.some((id) => this.#arrived.delete(id))) {
            return answer;
        }
        return send(); // it has waited for longer than the server keeps what nobody names
    }

    async #upload(ids: string[], tell: (percent: number) => void): Promise<Answer | null> {
        const waiting: [string, Blob][] = [];
        for (const id of ids.filter((each) => !this.#arrived.has(each))) {
            const file = this.#here.get(id) ?? (await this.#find(id));
            if (!file) {
                return { status: 422, body: kGone };
            }
            waiting.push([id, file]);
        }
        const all = waiting.reduce((sum, [, file]) => sum + file.size, 0);
        let before = 0;
        let told = -1;
        for (const [id, file] of waiting) {
            const answer = await upload(id, file, (bytes) => {
                const percent = Math.min(Math.floor(((before + bytes) * 100) / all), 100);
                if (percent > told) {
                    tell((told = percent));
                }
            });
            if (!isFine(answer)) {
                return answer;
            }
            this.#arrived.add(id);
            before += file.size;
        }
        return null;
    }
}

// The core's requests. No answer within the limit is no answer: status 0.

export interface Answer {
    status: number;
    body: Uint8Array<ArrayBuffer>;
}

const kLimit = 20_000;

export async function request(path: string, options: RequestInit = {}): Promise<Answer> {
    const cut = new AbortController();
    const limit = setTimeout(() => cut.abort(), kLimit);
    try {
        const response = await fetch(path, { ...options, signal: cut.signal });
        return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
    } catch {
        return { status: 0, body: new Uint8Array() };
    } finally {
        clearTimeout(limit);
    }
}

/** The key makes the server take the same post once, however often it comes. */
export function post(path: string, key: string, body: string): Promise<Answer> {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": key };
    return request(path, { method: "POST", headers, body });
}

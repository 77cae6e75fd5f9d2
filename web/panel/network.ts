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

/** Of what not everybody may see: `token` says who asks. */
export function get(path: string, token?: string): Promise<Answer> {
    return request(path, token ? { headers: bearer(token), cache: "no-store" } : {});
}

/** The key makes the server take the same post once, however often it comes. */
export function post(path: string, body: string, key?: string, token?: string): Promise<Answer> {
    const headers = { "Content-Type": "application/json", ...(key && { "Idempotency-Key": key }), ...(token && bearer(token)) };
    return request(path, { method: "POST", headers, body });
}

export function bearer(token: string): Record<string, string> {
    return { Authorization: `Bearer ${token}` };
}

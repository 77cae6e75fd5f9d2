export function newKey(): string;
export function formToken(origin: string, key: string, headers?: Record<string, string>): Promise<string>;
export function post(origin: string, body: unknown, headers?: Record<string, string>): Promise<Response>;

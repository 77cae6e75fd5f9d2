export interface Mail {
    raw: string;
    message: { subject: string; text: string };
    from: string;
    to: string[];
}

export interface MailServer {
    to(address: string): Mail[];
    received(address: string, count: number): Promise<Mail[]>;
}

export function freePort(): Promise<number>;
export function mailServer(test: { after(end: () => void): void }, port: number): Promise<MailServer>;

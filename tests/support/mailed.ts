// `test` with the real product, whose server sends its mail to a real mail server.
import { freePort, type MailServer, mailServer } from "./mail_server.mjs";
import { test as base } from "./product.ts";
import { type Server, startServer } from "./server.ts";

export const test = base.extend<object, { server: Server; mails: MailServer }>({
    mails: [
        async ({ browserName: _ }, use) => {
            let end = () => {};
            const port = await freePort();
            const mails = await mailServer({ after: (then) => (end = then) }, port);
            process.env["VENTANILLA_SMTP"] = `smtp://127.0.0.1:${port}`;
            await use(mails);
            end();
        },
        { scope: "worker" },
    ],
    server: [
        async ({ mails: _ }, use) => {
            const server = await startServer();
            delete process.env["VENTANILLA_SMTP"];
            await use(server);
            await server.stop();
        },
        { scope: "worker" },
    ],
});

/** The digits of the last mail, which is the `count`th to this address. */
export async function digits(mails: MailServer, email: string, count: number): Promise<string> {
    const text = (await mails.received(email, count)).at(-1)?.message.text ?? "";
    return /\b\d{6}\b/.exec(text)?.[0] ?? "";
}

export { expect } from "./product.ts";

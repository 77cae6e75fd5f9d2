// A mail server of the tests' own, and what arrives there.
import { once } from "node:events";
import { createServer } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export async function freePort() {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address();
    server.close();
    await once(server, "close");
    return port;
}

/** A mail server that keeps what it is given. */
export async function mailServer(t, port) {
    const mails = [];
    let onMail = () => {};
    const server = new SMTPServer({
        disabledCommands: ["STARTTLS", "AUTH"],
        async onData(stream, session, callback) {
            const chunks = [];
            for await (const chunk of stream) {
                chunks.push(chunk);
            }
            const raw = Buffer.concat(chunks);
            const { mailFrom, rcptTo } = session.envelope;
            mails.push({
                raw: raw.toString("latin1"),
                message: await PostalMime.parse(raw),
                from: mailFrom.address,
                to: rcptTo.map((recipient) => recipient.address),
            });
            callback();
            onMail();
        },
    });
    server.listen(port, "127.0.0.1");
    t.after(() => server.close());
    const to = (address) => mails.filter((mail) => mail.to.includes(address));
    return {
        to,
        /** As soon as there are that many mails to an address: those. */
        async received(address, count) {
            while (to(address).length < count) {
                await new Promise((resolve) => {
                    onMail = resolve;
                });
            }
            return to(address);
        },
    };
}

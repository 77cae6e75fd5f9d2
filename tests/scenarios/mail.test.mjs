// The team learns of a new request by mail, also when the mail server was down.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { goodTicket, post, start, temporaryFolder } from "../support/ventanilla.mjs";

async function freePort() {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address();
    server.close();
    await once(server, "close");
    return port;
}

/** A mail server that keeps what it is given. */
async function mailServer(t, port) {
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
    return {
        mails,
        async received(count) {
            while (mails.length < count) {
                await new Promise((resolve) => {
                    onMail = resolve;
                });
            }
        },
    };
}

test("a mail waits while the mail server is down, and arrives once", { timeout: 60_000 }, async (t) => {
    const data = temporaryFolder(t);
    const port = await freePort();
    const settings = { VENTANILLA_SMTP: `smtp://127.0.0.1:${port}`, VENTANILLA_MAIL_FROM: "ventanilla@farofibra.example" };
    const server = await start(t, data, { settings });
    const ticket = goodTicket("Señal débil en el salón.\n.\n\n¿Podéis venir el miércoles? — gracias, «Íñigo» €5");
    const receipt = await (await post(server.origin, ticket)).json();
    await server.line(/^mail 1 could not be sent: .*tried again in 1 s$/);
    assert.doesNotMatch(server.log, /example\.org|Íñigo|Señal/);

    const box = await mailServer(t, port);
    await box.received(1);
    const second = await (await post(server.origin, goodTicket("otra"))).json();
    await box.received(2);
    assert.equal((await server.stop()).code, 0);
    assert.equal(box.mails.length, 2);

    const { message, raw, from, to } = box.mails[0];
    assert.equal(from, "ventanilla@farofibra.example");
    assert.deepEqual(to, ["atencion@farofibra.example"]);
    assert.equal(message.subject, `[${receipt.tracking_code}] Una consulta`);
    assert.equal(message.replyTo[0].address, "inigo@example.org");
    assert.equal(message.messageId, `<${receipt.tracking_code}.1@farofibra.example>`);
    assert.ok(Math.abs(Date.parse(message.date) - Date.parse(receipt.received_at)) < 60_000);
    const text = message.text.replaceAll("\r\n", "\n");
    assert.ok(text.includes(ticket.fields.message), text);
    assert.ok(text.includes("Íñigo Muñoz"));
    assert.ok(text.includes(ticket.context.page));
    assert.ok(raw.split("\r\n").every((line) => line.length <= 998 && !line.includes("\n")));
    assert.match(box.mails[1].message.subject, new RegExp(second.tracking_code));

    const again = await start(t, data, { settings: {} });
    await again.line(/0 mails wait in the queue/);
});

test("mail that waits without a mail server is told at the start, and leaves when there is one", { timeout: 60_000 }, async (t) => {
    const data = temporaryFolder(t);
    const server = await start(t, data);
    await server.line(/^Mail is not sent: set VENTANILLA_SMTP.* 0 mails wait/);
    const { tracking_code: code } = await (await post(server.origin, goodTicket())).json();
    assert.equal((await server.stop()).code, 0);

    const again = await start(t, data);
    await again.line(/ 1 mail waits in the queue/);
    await again.line(new RegExp(`^ {2}to atencion@farofibra\\.example: \\[${code}\\] Una consulta$`));
    assert.equal((await again.stop()).code, 0);

    const port = await freePort();
    const box = await mailServer(t, port);
    await start(t, data, { settings: { VENTANILLA_SMTP: `smtp://127.0.0.1:${port}` } });
    await box.received(1);
    assert.equal(box.mails[0].from, "atencion@farofibra.example");
});

// The team learns of a new request by mail, and the customer that it arrived, also when the mail server was down.
import assert from "node:assert/strict";
import { test } from "node:test";
import { freePort, mailServer } from "../support/mail_server.mjs";
import { goodTicket, post, start, temporaryFolder } from "../support/ventanilla.mjs";

const kTeam = "atencion@farofibra.example";
const kCustomer = "inigo@example.org";

test("a mail waits while the mail server is down, and arrives once", { timeout: 60_000 }, async (t) => {
    const data = temporaryFolder(t);
    const port = await freePort();
    const settings = { VENTANILLA_SMTP: `smtp://127.0.0.1:${port}`, VENTANILLA_MAIL_FROM: "ventanilla@farofibra.example" };
    const server = await start(t, data, { settings });
    const ticket = goodTicket("Señal débil en el salón.\n.\n\n¿Podéis venir el miércoles? — gracias, «Íñigo» €5");
    const receipt = await (await post(server.origin, ticket)).json();
    await server.line(/^mail \d+ could not be sent: .*tried again in 1 s$/);
    assert.doesNotMatch(server.log, /example\.org|Íñigo|Señal/);

    const box = await mailServer(t, port);
    await box.received(kTeam, 1);
    const second = await (await post(server.origin, goodTicket("otra"))).json();
    const told = await box.received(kTeam, 2);
    const [confirmation] = await box.received(kCustomer, 1);
    assert.equal((await server.stop()).code, 0);
    assert.equal(box.to(kTeam).length, 2);
    // Whose address it is nobody knows yet: one mail a day, without a word of what was written.
    assert.equal(box.to(kCustomer).length, 1);
    assert.ok(confirmation.message.subject.includes(receipt.tracking_code));
    assert.doesNotMatch(confirmation.message.text, /Señal|Íñigo/);

    const { message, raw, from, to } = told[0];
    assert.equal(from, "ventanilla@farofibra.example");
    assert.deepEqual(to, [kTeam]);
    assert.equal(message.subject, `[${receipt.tracking_code}] Una consulta`);
    assert.equal(message.replyTo[0].address, "inigo@example.org");
    assert.match(message.messageId, new RegExp(`^<${receipt.tracking_code}\\.\\d+@farofibra\\.example>$`));
    assert.ok(Math.abs(Date.parse(message.date) - Date.parse(receipt.received_at)) < 60_000);
    const text = message.text.replaceAll("\r\n", "\n");
    assert.ok(text.includes(ticket.fields.message), text);
    assert.ok(text.includes("Íñigo Muñoz"));
    assert.ok(text.includes(ticket.context.page));
    assert.ok(raw.split("\r\n").every((line) => line.length <= 998 && !line.includes("\n")));
    assert.match(told[1].message.subject, new RegExp(second.tracking_code));

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
    await again.line(/ 2 mails wait in the queue/);
    await again.line(new RegExp(`^ {2}of request ${code}$`));
    assert.doesNotMatch(again.log, /inigo|Una consulta/);
    assert.equal((await again.stop()).code, 0);

    const port = await freePort();
    const box = await mailServer(t, port);
    await start(t, data, { settings: { VENTANILLA_SMTP: `smtp://127.0.0.1:${port}` } });
    const [mail] = await box.received(kTeam, 1);
    assert.equal(mail.from, kTeam);
    await box.received(kCustomer, 1);
});

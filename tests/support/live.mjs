// What a request's customer needs to look at it, and what its stream tells.
import { post } from "./ventanilla.mjs";

/** A new request of the customer with this address, by which her token is mailed; `box`: the mail server's. */
export async function openRequest(origin, box, ticket) {
    const { tracking_code: code } = await (await post(origin, ticket)).json();
    const { email } = ticket.fields;
    const path = `${origin}/api/v1/requests/${code}`;
    const isCode = ({ message }) => message.text.includes(code) && /\b\d{6}\b/.test(message.text);
    await fetch(`${path}/code`, { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
    let mails = [];
    while (!mails.some(isCode)) {
        mails = await box.received(email, mails.length + 1);
    }
    const [digits] = /\b\d{6}\b/.exec(mails.find(isCode).message.text);
    const opened = await fetch(`${path}/token`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ code: digits }),
    });
    return { code, token: (await opened.json()).token };
}

/** The server-sent events of a request behind the number `after`, one after the other; `next()` gives null when the stream has ended. */
export async function listen(origin, code, token, { after } = {}) {
    const leaving = new AbortController();
    const response = await fetch(`${origin}/api/v1/requests/${code}/events`, {
        headers: { Authorization: `Bearer ${token}`, ...(after === undefined ? {} : { "Last-Event-ID": String(after) }) },
        signal: leaving.signal,
    });
    const chunks = response.body.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
    let text = "";
    const nextBlock = async () => {
        while (!text.includes("\n\n")) {
            const { value, done } = await chunks.next();
            if (done) {
                return null;
            }
            text += value;
        }
        const end = text.indexOf("\n\n");
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        return block;
    };
    return {
        status: response.status,
        headers: response.headers,
        leave: () => leaving.abort(),
        async next() {
            for (;;) {
                const block = await nextBlock().catch(() => null);
                if (block === null) {
                    return null;
                }
                if (!block.startsWith(":")) {
                    const { data, ...rest } = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s)));
                    return { ...rest, data: JSON.parse(data) };
                }
            }
        },
    };
}

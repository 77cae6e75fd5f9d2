// What the host page calls for, as the app's messages. The page is somebody else's: nothing of what it sends is taken for
// what it should be.
import { type CallName, isRoute } from "../shared/envelope.ts";
import type { Message } from "./protocol.ts";
import { isText, isTexts } from "./shapes.ts";

/** {kind: "fault", fields: {line: "600 000 000"}}, each of which may be missing. */
function newTicket(prefill: unknown = {}): Message | null {
    if (typeof prefill !== "object" || prefill === null) {
        return null;
    }
    const { kind = "", fields = {} } = prefill as { kind?: unknown; fields?: unknown };
    if (!isText(kind) || !isTexts(fields)) {
        return null;
    }
    return { m: "new-ticket", fields: kind ? { ...fields, kind } : fields };
}

const kCalls: Record<CallName, (arg: unknown) => Message | null> = {
    open: (path) => (isRoute(path) ? { m: "navigate", path } : null),
    search: (query) => (isText(query) ? { m: "search", query } : null),
    openArticle: (id) => (isText(id) ? { m: "open-article", id } : null),
    startGuide: (id) => (isText(id) ? { m: "start-guide", id } : null),
    newTicket,
};

export function isCall(name: unknown): name is CallName {
    return typeof name === "string" && Object.hasOwn(kCalls, name);
}

/** Null where the arguments are not those of the method. */
export function messageOf(name: CallName, args: unknown): Message | null {
    return kCalls[name](Array.isArray(args) ? args[0] : undefined);
}

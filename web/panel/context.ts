// What the host page says of itself, and what the site's rules suggest there.
import type { HostContext } from "../shared/envelope.ts";
import { type Conditions, holds } from "../shared/rules.ts";
import type { Message } from "./protocol.ts";
import { isList, isText, isTexts } from "./shapes.ts";

export interface SuggestRule extends Conditions {
    /** Ids of articles, "guide:ID" for guides. */
    suggest: string[];
}

/** As the app's message; what is not as it should be is left out, and the name of its method is told to `refuse`. */
export function contextMessage(context: Partial<HostContext>, rules: SuggestRule[], refuse: (method: string) => void): Message {
    const page = isText(context.page) ? context.page : "";
    const values = isTexts(context.values) ? context.values : {};
    const suggested = isList(context.suggested) ? context.suggested : [];
    if (values !== context.values) {
        refuse("setContext");
    }
    if (suggested !== context.suggested) {
        refuse("suggest");
    }
    const here = { page, values, seconds: Number(context.seconds) || 0 };
    const ruled = rules.filter((rule) => holds(rule, here)).flatMap(({ suggest }) => suggest);
    return { m: "host-context", page, suggested: [...suggested, ...ruled], values };
}

// What a page asks for, beside what there is.
import { warn } from "../shared/warn.ts";

export function isKnown<Known extends string>(what: string, value: unknown, known: readonly Known[]): value is Known {
    const found = known.includes(value as Known);
    if (!found) {
        warn(`there is no ${what} "${value}"; there is ${known.join(", ")}.`);
    }
    return found;
}

// What a page asks for, beside what there is. Without methods of arrays, which a page may have changed.
import { warn } from "../shared/warn.ts";

export function isKnown<Known extends string>(what: string, value: unknown, known: readonly Known[]): value is Known {
    let names = "";
    for (const name of known) {
        if (name === value) {
            return true;
        }
        names += (names && ", ") + name;
    }
    warn(`there is no ${what} "${value}"; there is ${names}.`);
    return false;
}

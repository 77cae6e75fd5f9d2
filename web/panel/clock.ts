// What time it is, for the core, which knows neither clocks nor zones: in minutes since 1970 began.
import type { Message } from "./protocol.ts";

/** By the clocks of a zone; 0 where this browser does not know it. */
function wallTime(timeZone: string, at: Date): number {
    try {
        const digits = "numeric";
        const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
            timeZone, year: digits, month: digits, day: digits, hour: digits, minute: digits, hourCycle: "h23",
        });
        const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
        const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part;
        return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
    } catch {
        return 0;
    }
}

/** `timeZone`: of the site's page; a site without hours names none. */
export function clock(timeZone: string | undefined): Message {
    const at = new Date();
    return { m: "clock", now: timeZone ? wallTime(timeZone, at) : 0, utc: Math.floor(Number(at) / 60_000) };
}

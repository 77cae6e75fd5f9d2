// On which pages a site's rules hold.
import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { holds } from "../../web/shared/rules.ts";

const kPatterns = JSON.parse(readFileSync("tests/support/page_patterns.json", "utf8")) as [pattern: string, page: string, matches: boolean][];
const kHere = { page: "https://shop.example/checkout/2", seconds: 20, values: { plan: "pro", role: "admin" } };

for (const [pattern, page, matches] of kPatterns) {
    test(`${pattern} ${matches ? "matches" : "does not match"} "${page}"`, () => {
        expect(holds({ pages: [pattern] }, { page, seconds: 0, values: {} })).toBe(matches);
    });
}

test("a rule holds where all that it says holds, and everywhere if it says nothing", () => {
    expect(holds({}, kHere)).toBe(true);
    expect(holds({ pages: ["/cart", "/checkout/*"] }, kHere)).toBe(true);
    expect(holds({ pages: ["/cart"] }, kHere)).toBe(false);
    expect(holds({ after: 20 }, kHere)).toBe(true);
    expect(holds({ after: 21 }, kHere)).toBe(false);
    expect(holds({ context: { plan: ["team", "pro"], role: ["admin"] } }, kHere)).toBe(true);
    expect(holds({ context: { plan: ["pro"], role: ["user"] } }, kHere)).toBe(false);
    expect(holds({ context: { country: ["es"] } }, kHere)).toBe(false);
    expect(holds({ pages: ["/checkout/*"], after: 60 }, kHere)).toBe(false);
});

// Results that lead to a section of an article.
import type { Locator } from "@playwright/test";

/** What stands in a section of the article on the router's lights, far down its page. */
export const kQuery = { es: "luz 2 roja o apagada", en: "light 2 red or off" } as const;

/** The first result that leads to a section, and where it leads. */
export async function firstHit(list: Locator): Promise<{ link: Locator; trail: string; anchor: string }> {
    const item = list.locator("li:has(a[href*='#'])").first();
    const link = item.getByRole("link");
    const href = (await link.getAttribute("href")) as string;
    return { link, trail: (await item.locator(".trail").textContent()) as string, anchor: href.split("#")[1] as string };
}

/** The last part of the trail is the heading's text. */
export const sectionOf = (trail: string): string => trail.split(" › ").pop() as string;

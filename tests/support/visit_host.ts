// `test` with a site of another origin than the help's, whose pages a test describes.
import { type HostPage, type HostSite, startHostSite } from "./host_site.ts";
import { test as base } from "./product.ts";
import { Widget } from "./widget.ts";

export interface HostFixtures {
    /** Opens a page, and answers the launcher on it. */
    visit(hostPage: HostPage): Promise<Widget>;
}

export const test = base.extend<HostFixtures, { site: HostSite }>({
    site: [
        async ({ server }, use) => {
            const site = await startHostSite(server.help);
            await use(site);
            site.close();
        },
        { scope: "worker" },
    ],
    visit: async ({ page, site, demo }, use) =>
        use(async (hostPage) => {
            await page.goto(site.add(hostPage));
            return new Widget(page, demo);
        }),
});

export { expect } from "./product.ts";

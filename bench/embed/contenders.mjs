// Who is compared: what each puts into the page's head and body, how it is opened and where its search box and first hit are.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { openCorpus } from "../search/corpora.mjs";
import { build as buildPagefind } from "../search/engines/pagefind.mjs";
import { command, root, work } from "../search/places.mjs";

const modules = path.resolve(import.meta.dirname, "../node_modules");

/** `opener`, `hit`: selectors; of a hit in any frame. Who has no `hit` has no search without a server of its own. */
export const contenders = {
    page: { title: "the page alone", head: () => "" },
    ventanilla: {
        title: "Ventanilla",
        head: (help) => `<script async src="${help}/embed.js"></script>`,
        opener: "ventanilla-widget button.launcher",
        hit: '[data-key="hits"] a',
    },
    pagefind: {
        title: "Pagefind's modal",
        head: () => `<link rel="stylesheet" href="/pagefind/pagefind-component-ui.css">
<script src="/pagefind/pagefind-component-ui.js" type="module"></script>`,
        // The button stands where the launchers do.
        body: `<pagefind-modal-trigger style="position: fixed; inset: auto 20px 20px auto"></pagefind-modal-trigger>
<pagefind-modal></pagefind-modal>`,
        opener: "pagefind-modal-trigger button",
        hit: "pagefind-modal .pf-result-link",
    },
    typebot: {
        title: "Typebot's bubble",
        head: () => `<script type="module">import Typebot from "/typebot/web.js";
Typebot.initBubble({ typebot: "demo", apiHost: location.origin });</script>`,
        opener: "typebot-bubble button",
    },
};

/** Builds what they need of the demo's articles in Spanish; answers what a host needs. */
export async function prepare() {
    const folder = path.join(work, "embed");
    const [help, pagefind] = ["help", "pagefind"].map((name) => path.join(folder, name));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(pagefind, { recursive: true });
    execFileSync(command, ["build", path.join(root, "assets/demo"), "--out", help]);
    await buildPagefind(openCorpus("demo-es"), pagefind);
    return {
        contenders,
        folders: {
            page: path.join(root, "assets/page"),
            pagefind: path.join(pagefind, "pagefind"),
            typebot: path.join(modules, "@typebot.io/js/dist"),
        },
        help,
    };
}

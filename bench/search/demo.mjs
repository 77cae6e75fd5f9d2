// The demo site's articles in one language, as lines of a corpus: title, headings and body, no more than every engine
// takes. Guides are left out.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";

/** The value of a line "name: value" of the front matter; empty if there is none. */
function field(front, name) {
    const value = new RegExp(`^${name}: *(.*)$`, "m").exec(front)?.[1] ?? "";
    return value.replace(/^"(.*)"$/, "$1");
}

function plain(markdown) {
    return markdown
        .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replace(/\*\*|^ *[-*>] |^ *\d+\. |`/gm, "");
}

export function demoArticles(language) {
    const folder = path.join(root, "assets/demo/articles", language);
    return readdirSync(folder).sort().map((name) => {
        const [, front, text] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(path.join(folder, name), "utf8"));
        const body = plain(text).trim();
        return {
            id: field(front, "id"),
            title: field(front, "title"),
            url: `/${language}/${field(front, "slug")}`,
            lang: language,
            tags: [],
            headings: [...body.matchAll(/^(#+) (.*)$/gm)].map(([, marks, heading]) => ({ level: marks.length, text: heading })),
            body: `${field(front, "summary")}\n\n${body}`,
        };
    });
}

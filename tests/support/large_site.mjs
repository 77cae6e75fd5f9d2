// A site that is too large for one file of index: the demo with many more articles, the same each time; they are
// Spanish in both languages.
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const demo = fileURLToPath(new URL("../../assets/demo/", import.meta.url));
const verbs = ["Ajustar", "Cambiar", "Devolver", "Limpiar", "Reparar"];
const things = ["zapote", "cable", "motor", "pedido", "tornillo", "filtro", "panel"];

/** Looks like a Spanish word; one of some thousands. */
function rareWord(number) {
    const syllables = Array.from({ length: 4 }, (_, at) => {
        const pick = Math.floor(number / 60 ** at) * 31 + number * (at + 7);
        return "bcdfglmnprst"[pick % 12] + "aeiou"[Math.floor(pick / 12) % 5];
    });
    return syllables.join("");
}

function article(number) {
    const thing = (offset) => things[(number + offset) % things.length];
    const sentences = Array.from({ length: 12 }, (_, at) =>
        `Para ${thing(at)} hace falta ${rareWord(number * 5 + at * 13)} con ${rareWord(number + at * 101)}.`,
    );
    return `---
id: more-${number}
title: ${verbs[number % verbs.length]} el ${thing(0)} ${number}
slug: mas-${number}
summary: Lo que hay que saber del ${thing(0)} ${number}.
category: Wifi
updated: 2026-09-28
---

${sentences.slice(0, 6).join("\n")}

## Después

${sentences.slice(6).join("\n")}
`;
}

/** Writes the site into `folder`, which is not there yet. */
export function writeLargeSite(folder, articles = 1500) {
    cpSync(demo, folder, { recursive: true });
    for (let number = 0; number < articles; ++number) {
        for (const language of ["es", "en"]) {
            writeFileSync(join(folder, "articles", language, `more-${number}.md`), article(number));
        }
    }
}

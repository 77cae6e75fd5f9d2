// The demo's texts, read from where they are written: the tests go by names, and names may be written better.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Language = "es" | "en";

interface GuideText {
    title: string;
    steps: Record<string, { title: string; choices: Record<string, string> }>;
}

interface Field {
    id: string;
    label: Record<Language, string>;
}

const places = readdirSync(fileURLToPath(new URL("../../widget/app/places/", import.meta.url)));
const assets = fileURLToPath(new URL("../../assets/", import.meta.url));
const read = <T>(path: string): T => JSON.parse(readFileSync(assets + path, "utf8")) as T;
const site = read<{ form: { fields: Field[] }; channels: { label: Record<Language, string> }[] }>("demo/site.json");

export class Demo {
    readonly language: Language;
    /** A query with a typing error in it. */
    readonly query: string;
    /** Without it. */
    readonly meant: string;
    private readonly texts: Record<string, string>;
    private readonly guide: GuideText;

    constructor(language: Language) {
        this.language = language;
        this.query = language === "es" ? "no tengo interent" : "no internet conection";
        this.meant = language === "es" ? "no tengo internet" : "no internet connection";
        this.texts = Object.assign({}, ...["app", "place", "portal"].map((area) => read(`texts/${area}.${language}.json`)));
        this.guide = read(`demo/guides/no-internet.${language}.json`);
    }

    /** One of the product's own texts, filled in. */
    text(key: string, values: Record<string, string> = {}): string {
        return (this.texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
    }

    /** A text of the portal's own pages. */
    portal(key: string): string {
        return read<Record<string, string>>(`texts/portal.${this.language}.json`)[key] ?? key;
    }

    fault(code: string): string {
        return read<Record<string, string>>(`texts/field.${this.language}.json`)[`field.${code}`] ?? code;
    }

    field(id: string): string {
        return site.form.fields.find((field) => field.id === id)?.label[this.language] ?? id;
    }

    /** Names of the screens that have a file of their own, an address and nothing to remember. */
    get places(): string[] {
        return places.map((file) => file.replace(".cpp", ""));
    }

    get telephone(): string {
        return site.channels[0]?.label[this.language] ?? "";
    }

    /** The article's title. */
    article(id: string): string {
        return this.frontMatter(id, "title");
    }

    /** The end of the article's address. */
    slug(id: string): string {
        return this.frontMatter(id, "slug");
    }

    /** The end of the address of the category that "no-internet" is in. */
    get category(): string {
        return this.frontMatter("no-internet", "category").normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    }

    /** Its title. */
    get categoryTitle(): string {
        return this.frontMatter("no-internet", "category");
    }

    private frontMatter(id: string, member: string): string {
        const text = readFileSync(`${assets}demo/articles/${this.language}/${id}.md`, "utf8");
        return (new RegExp(`^${member}: *"?(.*?)"?$`, "m").exec(text)?.[1] ?? id).trim();
    }

    get guideTitle(): string {
        return this.guide.title;
    }

    step(id: string): string {
        return this.guide.steps[id]?.title ?? id;
    }

    choice(step: string, id: string): string {
        return this.guide.steps[step]?.choices[id] ?? id;
    }
}

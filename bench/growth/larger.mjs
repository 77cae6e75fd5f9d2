// Corpora of any size from the real ones, the same each time.
//
// Up to 10,234 articles: every so-many-th of es-kb, es-insights and en-kb together. Beyond, new articles are put together
// from real ones of the same corpus: the first half of one title and the last half of another, one's beginning, and
// sections of as many others as the first has. That alone would bring no new words, and real articles do: so each word that
// one or two articles have gets two letters more in each round through the corpus, as a product has its successors. Ten
// times the articles have 2.4 times the words among the real ones, and 2.9 times here.
import { sharedArticles } from "../search/corpora.mjs";

const sources = ["es-kb", "es-insights", "en-kb"];

/** Whole numbers below `limit`, the same in every run. */
function dice(seed) {
    let state = seed >>> 0;
    return (limit) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * limit);
    };
}

const kWord = /\p{L}{5,}/gu;

/** Words of five letters and more that one or two articles have. */
function rareWords(articles) {
    const holding = new Map();
    for (const { title, body } of articles) {
        for (const word of new Set(`${title} ${body}`.toLowerCase().match(kWord))) {
            holding.set(word, (holding.get(word) ?? 0) + 1);
        }
    }
    return new Set([...holding].filter(([, count]) => count <= 2).map(([word]) => word));
}

/** Its beginning, and its sections with their headings. */
function cut(body) {
    const [beginning, ...sections] = body.split(/\n(?=#{2,4} )/);
    return { beginning, sections };
}

function halves(title) {
    const words = title.split(" ");
    const middle = Math.ceil(words.length / 2);
    return [words.slice(0, middle).join(" "), words.slice(middle).join(" ")];
}

function joined(articles, parts, at, round, rename) {
    const pick = dice(at * 8191 + round);
    const other = () => pick(articles.length);
    const [first] = halves(articles[at].title);
    const [, last] = halves(articles[other()].title);
    const bodies = [parts[other()].beginning];
    for (let wanted = parts[at].sections.length; wanted > 0; --wanted) {
        const { sections } = parts[other()];
        if (sections.length > 0) {
            bodies.push(sections[pick(sections.length)]);
        }
    }
    const body = rename(bodies.join("\n"));
    return {
        id: `${articles[at].id}/${round}`,
        title: rename(`${first} ${last}`),
        url: `${articles[at].url}-${round}`,
        lang: articles[at].lang,
        tags: [],
        headings: [...body.matchAll(/^(#{2,4}) (.*)$/gm)].map(([, marks, text]) => ({ level: marks.length, text })),
        body,
    };
}

/** Articles, one after the other; 100,000 of them do not have to be held. */
export function* articlesOf(size) {
    const corpora = sources.map((name) =>
        sharedArticles(name).map((article) => ({ ...article, id: `${name}/${article.id}`, lang: "es" })),
    );
    const real = corpora.flat();
    if (size <= real.length) {
        for (let at = 0; at < size; ++at) {
            yield real[Math.floor((at * real.length) / size)];
        }
        return;
    }
    yield* real;
    const rare = rareWords(real);
    const pools = corpora.map((articles) => ({ articles, parts: articles.map(({ body }) => cut(body)) }));
    let left = size - real.length;
    for (let round = 1; left > 0; ++round) {
        const ending = String.fromCharCode(97 + (round % 26)) + "aeiou"[round % 5];
        const rename = (text) => text.replace(kWord, (word) => (rare.has(word.toLowerCase()) ? word + ending : word));
        for (const { articles, parts } of pools) {
            for (let at = 0; at < articles.length && left > 0; ++at, --left) {
                yield joined(articles, parts, at, round, rename);
            }
        }
    }
}

// How well an engine finds the one article that each query is about.
import { mean } from "./figures.mjs";

const kHits = 10;

/** { classes: { title: { n, mrr, first, ten }, ... }, all: the mean of the classes, none: share without any hit }. */
export async function qualityOf(engine, queries, limit) {
    const visitor = await engine.visit();
    const classes = {};
    let none = 0;
    let asked = 0;
    for (const kind of new Set(queries.map((query) => query.class))) {
        const places = [];
        for (const { q, rel } of queries.filter((query) => query.class === kind).slice(0, limit)) {
            const { ids } = await visitor.search(q, kHits, 0);
            places.push(ids.findIndex((id) => rel.includes(id)));
            none += ids.length === 0 ? 1 : 0;
            asked += 1;
        }
        classes[kind] = {
            n: places.length,
            mrr: mean(places.map((place) => (place < 0 ? 0 : 1 / (place + 1)))),
            first: mean(places.map((place) => (place === 0 ? 1 : 0))),
            ten: mean(places.map((place) => (place < 0 ? 0 : 1))),
        };
    }
    const over = (figure) => mean(Object.values(classes).map((each) => each[figure]));
    return { classes, all: { mrr: over("mrr"), first: over("first"), ten: over("ten") }, none: none / asked };
}

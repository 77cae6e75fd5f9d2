// MiniSearch with what it leaves to its users: a stemmer and stop words of the language, prefixes for the last word
// alone, typos in words of five letters and more.
import snowball from "snowball-stemmers";
import { engineOf, writeIndex } from "./minisearch.mjs";

const fold = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "");
// Those that Snowball publishes with its stemmers, without rare ones.
const stopWords = {
    es: `de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta
        entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros
        ese eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho quienes nada muchos
        cual poco ella estar estas algunas algo nosotros mi mis tú te ti tu tus es soy son está están he ha han había fue
        ser tengo tiene tienen cómo puedo hola`,
    en: `i me my we our ours you your yours he him his she her it its they them their what which who whom this that these
        those am is are was were be been being have has had do does did a an the and but if or because as until while of at
        by for with about against between into through during before after above below to from up down in out on off over
        under again then once here there when where why how all any both each few more most other some such no nor not only
        own same so than too very can will just should now`,
};

const tuned = {
    library: "import MiniSearch from 'minisearch'; import snowball from 'snowball-stemmers'; export { MiniSearch, snowball };",
    processTerm(language) {
        const stemmer = snowball.newStemmer(language === "es" ? "spanish" : "english");
        const stops = new Set(stopWords[language].split(/\s+/));
        return (term) => {
            const word = term.toLowerCase();
            return stops.has(word) ? null : fold(stemmer.stem(word)) || null;
        };
    },
    searching: {
        boost: { title: 4, headings: 2 },
        prefix: (_term, at, terms) => at === terms.length - 1,
        fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
    },
};

export const { build, open } = engineOf(tuned, import.meta.filename);

if (process.argv[1] === import.meta.filename) {
    writeIndex(tuned, process.argv.slice(2));
}

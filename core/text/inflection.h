// core/text/inflection.h
//
// Whether a word is another in the plural, or in a form of the verb: closer than a stem, which "ordenador" shares with
// "orden" and "importe" with "importante".
//
//   is_inflected("ordenadores", "ordenador", "es")   true
//   is_inflected("borrado", "borrar", "es")          true
//   is_inflected("orden", "ordenador", "es")         false
#pragma once

#include <string_view>

namespace ventanilla::text {

// True for the languages that are known here: Spanish.
bool knows_inflection(std::string_view language);

// `word` of a text, `listed` as a list has it (singular or plural, infinitive); both folded. Of verbs the regular forms in
// which a text addresses somebody or names what is done; no subjunctive and no "I", which nouns look like ("cheque",
// "domicilio"). Precondition: knows_inflection(language).
bool is_inflected(std::string_view word, std::string_view listed, std::string_view language);

}  // namespace ventanilla::text

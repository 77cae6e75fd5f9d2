// cli/publish/synonym_packs.h
//
// The synonyms that the product brings for every site of a language, as they stand in
// share/ventanilla/synonyms/<language>.txt: words of other regions, and those that people write in place of a
// manual's. A site's own list decides before them.
//
//   packs.add("es", synonyms);
//   packs.in_language("es-MX")   those of "es"
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/text/synonyms.h"

namespace ventanilla::publish {

class SynonymPacks {
public:
    void add(std::string_view language, text::Synonyms pack);

    // That of the language or its base language; an empty one if there is none.
    [[nodiscard]] const text::Synonyms& in_language(std::string_view language) const;

private:
    std::map<std::string, text::Synonyms, std::less<>> packs_;
};

}  // namespace ventanilla::publish

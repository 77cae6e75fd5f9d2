#include "cli/publish/synonym_packs.h"

#include <utility>

namespace ventanilla::publish {

void SynonymPacks::add(std::string_view language, text::Synonyms pack) {
    packs_.insert_or_assign(std::string(language), std::move(pack));
}

const text::Synonyms& SynonymPacks::in_language(std::string_view language) const {
    static const text::Synonyms kNone;
    auto found = packs_.find(language);
    if (found == packs_.end()) {
        found = packs_.find(language.substr(0, language.find('-')));
    }
    return found == packs_.end() ? kNone : found->second;
}

}  // namespace ventanilla::publish

#include "cli/publish/texts.h"

#include <algorithm>
#include <utility>

namespace ventanilla::publish {

void Texts::add(std::string_view area, std::string_view language, base::Json flat_object) {
    areas_[std::string(area)][std::string(language)] = std::move(flat_object);
}

const base::Json* Texts::in_language(const ByLanguage& texts, std::string_view language) {
    auto found = texts.find(language);
    if (found == texts.end()) {
        found = texts.find(language.substr(0, language.find('-')));
    }
    return found == texts.end() ? nullptr : &found->second;
}

bool Texts::speaks(std::string_view language) const {
    return !areas_.empty() && std::ranges::all_of(areas_, [&](const auto& area) {
        return in_language(area.second, language) != nullptr;
    });
}

text::Messages Texts::messages(std::string_view language,
                               std::initializer_list<std::string_view> areas) const {
    base::Json merged = base::Json::object();
    for (const std::string_view area : areas) {
        const auto found = areas_.find(area);
        const base::Json* texts =
            found == areas_.end() ? nullptr : in_language(found->second, language);
        if (texts != nullptr) {
            merged.update(*texts);
        }
    }
    return text::Messages(merged);
}

}  // namespace ventanilla::publish

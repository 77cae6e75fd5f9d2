#include "core/text/fallbacks.h"

#include <algorithm>

namespace ventanilla::text {

// https://unicode.org/reports/tr35/#Parent_Locales, version 46.
const std::vector<std::string>& latin_american_tags() {
    static const std::vector<std::string> kTags = {
        "es-AR", "es-BO", "es-BR", "es-BZ", "es-CL", "es-CO", "es-CR", "es-CU",
        "es-DO", "es-EC", "es-GT", "es-HN", "es-MX", "es-NI", "es-PA", "es-PE",
        "es-PR", "es-PY", "es-SV", "es-US", "es-UY", "es-VE"};
    return kTags;
}

std::vector<std::string> fallbacks(std::string_view tag) {
    std::vector<std::string> found;
    while (true) {
        found.emplace_back(tag);
        if (std::ranges::binary_search(latin_american_tags(), tag)) {
            found.emplace_back("es-419");
        }
        const std::size_t hyphen = tag.rfind('-');
        if (hyphen == std::string_view::npos) {
            return found;
        }
        tag = tag.substr(0, hyphen);
    }
}

}  // namespace ventanilla::text

#include "core/ticket/local_text.h"

#include <algorithm>
#include <optional>

#include "core/base/json.h"

namespace ventanilla::ticket {
namespace {

LocalText read(std::optional<base::ObjectReader> texts, const std::vector<std::string>& languages) {
    LocalText text;
    if (texts) {
        for (const std::string& language : languages) {
            text[language] = texts->text(language);
        }
        texts->refuse_others();
    }
    return text;
}

}  // namespace

std::string_view in_language(const LocalText& text, std::string_view language) {
    const auto find = [&text](std::string_view wanted) {
        return std::ranges::find_if(text,
                                    [wanted](const auto& entry) { return entry.first == wanted; });
    };
    auto found = find(language);
    if (found == text.end()) {
        found = find(language.substr(0, language.find('-')));
    }
    if (found == text.end()) {
        found = text.begin();
    }
    return found == text.end() ? std::string_view{} : std::string_view(found->second);
}

LocalText read_local_text(base::ObjectReader& reader, std::string_view key,
                          const std::vector<std::string>& languages) {
    return read(reader.child(key), languages);
}

LocalText read_optional_local_text(base::ObjectReader& reader, std::string_view key,
                                   const std::vector<std::string>& languages) {
    return read(reader.optional_child(key), languages);
}

base::Json to_json(const LocalText& text, std::string_view language) {
    base::Json json = base::Json::object();
    if (!language.empty()) {
        json[std::string(language)] = std::string(in_language(text, language));
        return json;
    }
    for (const auto& [tag, words] : text) {
        json[tag] = words;
    }
    return json;
}

}  // namespace ventanilla::ticket

#include "core/site/read_texts.h"

#include <algorithm>

#include "core/base/json.h"
#include "core/base/problem.h"

namespace ventanilla::site {

std::vector<std::string> read_texts(base::ObjectReader& reader, std::string_view key,
                                    std::size_t most, base::JsonFindings& findings) {
    std::vector<std::string> texts;
    if (!reader.has(key)) {
        reader.optional_member(key);
        return texts;
    }
    const auto list = reader.array(key);
    if (list.size() > most) {
        reader.report(key, "json-value",
                      base::in_quotes(key) + " holds at most " + std::to_string(most) + ".");
        return texts;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string& text = list[i].text();
        const std::string pointer = reader.pointer_to(key) + "/" + std::to_string(i);
        if (text.empty()) {
            findings.push_back({pointer, "json-type",
                                base::in_quotes(key) + " holds texts in double quotes alone."});
        } else if (std::ranges::find(texts, text) != texts.end()) {
            findings.push_back({pointer, "json-value",
                                base::in_quotes(text) + " stands here twice; take one out."});
        }
        texts.push_back(text);
    }
    return texts;
}

}  // namespace ventanilla::site

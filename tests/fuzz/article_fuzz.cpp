// An article is read or has problems with lines; what is read survives the way to the browser.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/article/article.h"
#include "core/base/json.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto article = article::read_article("a.md", bytes);
    if (!article) {
        const auto lines = std::ranges::count(bytes, '\n') + 1;
        REQUIRE(!article.error().empty());
        for (const base::Problem& problem : article.error()) {
            REQUIRE(problem.place.line >= 0 && problem.place.line <= lines);
            REQUIRE(!problem.rule.empty() && problem.message.ends_with('.'));
        }
        return 0;
    }
    const auto json = base::parse_json(base::write_json(article::to_json(article->body)));
    REQUIRE(json.has_value());
    const auto body = article::document_from_json(*json);
    REQUIRE(body && *body == article->body);
    std::size_t length = 0;
    for (const article::PlainSection& section : article::plain_sections(*body)) {
        length += section.heading.size() + section.text.size();
    }
    REQUIRE(length <= article::plain_text(*body).size());
    return 0;
}

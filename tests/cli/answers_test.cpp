#include "cli/publish/answers.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace ventanilla::publish;

namespace {

// As a browser would choose: the first pair whose tag is the page's, or stands before one of its hyphens.
std::string answer(const std::vector<std::string>& languages, const std::string& page) {
    const Answers all = answers(languages);
    const auto found = std::ranges::find_if(all, [&](const auto& pair) {
        return page == pair.first || page.starts_with(pair.first + "-");
    });
    return found == all.end() ? "" : found->second;
}

}  // namespace

TEST_CASE("a page is answered in its own variant, in whatever order the site lists them") {
    for (const auto& site : {std::vector<std::string>{"es", "es-MX", "en"},
                             std::vector<std::string>{"es-MX", "en", "es"}}) {
        CHECK(answer(site, "es-MX") == "es-MX");
        CHECK(answer(site, "es-MX-oaxaca") == "es-MX");
        CHECK(answer(site, "es") == "es");
        CHECK(answer(site, "es-ES") == "es");
        CHECK(answer(site, "en-GB") == "en");
        CHECK(answer(site, "fr").empty());
    }
}

TEST_CASE("a page of Latin America is answered in Spanish of Latin America") {
    CHECK(answer({"es", "es-419"}, "es-AR") == "es-419");
    CHECK(answer({"es", "es-419"}, "es-ES") == "es");
    CHECK(answer({"es-ES", "es-MX"}, "es-CO") == "es-MX");
    CHECK(answer({"es-ES", "es-MX"}, "es") == "es-ES");
    CHECK(answer({"es-MX", "es-419"}, "es-PE") == "es-419");
}

TEST_CASE("one variant answers all of its language, and needs few words for it") {
    CHECK(answer({"es-MX", "en"}, "es-AR") == "es-MX");
    CHECK(answer({"es-MX", "en"}, "es-ES") == "es-MX");
    CHECK(answers({"es-MX", "en"}).size() == 4);
    CHECK(answers({"es", "en"}) == Answers{{"en", "en"}, {"es", "es"}});
}

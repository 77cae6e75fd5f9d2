#include "core/search/asking/fit.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/core/search/sample_index.h"

using namespace ventanilla::search;

namespace {

// Marked words between [ and ].
Hit titled(std::string_view title) {
    Hit hit;
    while (!title.empty()) {
        const bool marked = title.front() == '[';
        const std::size_t end = marked ? title.find(']') : title.find('[');
        const std::string_view text = title.substr(marked ? 1 : 0, marked ? end - 1 : end);
        hit.title.push_back({std::string(text), marked});
        title.remove_prefix(end == title.npos ? title.size() : end + (marked ? 1 : 0));
    }
    return hit;
}

}  // namespace

TEST_CASE("a hit fits that has half of its title from the query") {
    CHECK(fits(titled("Cambiar la [contraseña] del [wifi]"), "es"));
    CHECK(fits(titled("Cambiar la [contraseña]"), "es"));
    CHECK_FALSE(fits(titled("Cambiar la contraseña del [wifi]"), "es"));
    CHECK_FALSE(fits(titled("Cambiar la contraseña"), "es"));
    CHECK_FALSE(fits(Hit(), "es"));
}

TEST_CASE("words that say nothing take no part in a title") {
    CHECK(fits(titled("No tengo [internet]: qué hacer"), "es"));
    CHECK(fits(titled("I have no [internet]: what to do"), "en"));
    CHECK_FALSE(fits(titled("What to do"), "en"));
}

TEST_CASE("in a language that is not known every word says something") {
    CHECK_FALSE(fits(titled("Ich habe kein [Internet] mehr"), "xx"));
    CHECK(fits(titled("Kein [Internet]"), "xx"));
}

TEST_CASE("an article that is pinned to the query fits, whatever its title says") {
    Hit hit = titled("Cambiar la contraseña");
    hit.pinned = true;
    CHECK(fits(hit, "es"));
}

TEST_CASE("of a whole sentence the articles fit that it is about, and no others") {
    const Index index = sample_index();
    std::vector<std::string> fitting;
    for (const Hit& hit :
         search(index, {.text = "Ya son tres días sin internet en toda la calle. "}).hits) {
        if (fits(hit, index.language())) {
            fitting.push_back(hit.id);
        }
    }
    CHECK(fitting == std::vector<std::string>{"sin-internet", "velocidad"});
}

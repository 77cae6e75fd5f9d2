#include "core/ticket/context.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace ventanilla::ticket;

TEST_CASE("what fits goes along, and what a request would be refused for stays behind") {
    CHECK(fitting_context({{"plan", "Fibra 600"},
                           {"", "nameless"},
                           {"empty", ""},
                           {"page", "https://elsewhere.example/"},
                           {"line break", "a\nb"},
                           {"long", std::string(2001, 'x')},
                           {"full", std::string(2000, 'x')}}) ==
          Values{{"plan", "Fibra 600"}, {"full", std::string(2000, 'x')}});
}

TEST_CASE("as much goes along as there is room for, beside the page's address") {
    Values many;
    Values large;
    for (char name = 'a'; name <= 'z'; ++name) {
        many[std::string(1, name)] = "value";
        large[std::string(1, name)] = std::string(1999, 'x');
    }
    CHECK(fitting_context(many).size() == kMaxToldEntries);
    CHECK(fitting_context(large).size() == 4);
    CHECK(is_context_text(std::string(2000, 'x')));
}

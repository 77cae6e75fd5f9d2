#include "core/text/fallbacks.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace ventanilla::text;

namespace {

using Tags = std::vector<std::string>;

}  // namespace

TEST_CASE("Spanish of the Americas is nearer to each other than to that of Spain") {
    CHECK(fallbacks("es-MX") == Tags{"es-MX", "es-419", "es"});
    CHECK(fallbacks("es-AR-tango") == Tags{"es-AR-tango", "es-AR", "es-419", "es"});
    CHECK(fallbacks("es-419") == Tags{"es-419", "es"});
    CHECK(fallbacks("es-ES") == Tags{"es-ES", "es"});
    CHECK(std::ranges::is_sorted(latin_american_tags()));
}

TEST_CASE("any other region is looked for as itself, then without its region") {
    CHECK(fallbacks("en-GB") == Tags{"en-GB", "en"});
    CHECK(fallbacks("zh-Hant-TW") == Tags{"zh-Hant-TW", "zh-Hant", "zh"});
    CHECK(fallbacks("pt") == Tags{"pt"});
}

#include "widget/canvas/native_dates.h"

#include <catch2/catch_test_macros.hpp>

using ventanilla::canvas::native_date;

TEST_CASE("a day is written as people write it, the same wherever the program runs") {
    CHECK(native_date("2026-10-20", "es") == "20 de octubre de 2026");
    CHECK(native_date("2026-10-20", "en") == "October 20, 2026");
    CHECK(native_date("2028-02-29", "es") == "29 de febrero de 2028");
    CHECK(native_date("1970-01-01", "es") == "1 de enero de 1970");
}

TEST_CASE("a time is written with its day") {
    const std::string written = native_date("2026-11-21T10:00:00Z", "es");
    CHECK(written.find("de noviembre de 2026") != std::string::npos);
    CHECK(written.find(":00") != std::string::npos);
}

TEST_CASE("what is no date is given back as it is") {
    for (const char* value :
         {"", "pronto", "2026-02-30", "2026-11-21Tmorning", "2026-11-21T10:00"}) {
        CHECK(native_date(value, "es") == value);
    }
}

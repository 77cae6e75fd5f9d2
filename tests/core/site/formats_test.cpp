#include "core/site/formats.h"

#include <catch2/catch_test_macros.hpp>

using namespace ventanilla::site;

TEST_CASE("languages are BCP 47 tags") {
    for (const std::string_view tag :
         {"es", "en", "es-MX", "ast", "zh-Hant-TW", "sr-Latn", "es-419", "ca-valencia"}) {
        CAPTURE(tag);
        CHECK(is_language_tag(tag));
    }
    for (const std::string_view tag : {"", "e", "Español", "ES", "es_MX", "es-", "-es", "es--MX",
                                       "es-M", "english", "es-ÑÑ", "es-123456789", "../es"}) {
        CAPTURE(tag);
        CHECK(!is_language_tag(tag));
    }
}

TEST_CASE("origins that may frame the panel are hosts, never everyone") {
    for (const std::string_view origin :
         {"https://www.example.com", "https://*.example.com", "http://localhost:*",
          "http://*.localhost:*", "http://127.0.0.1:8080", "https://a-b.example:443"}) {
        CAPTURE(origin);
        CHECK(is_host_source(origin));
    }
    for (const std::string_view origin :
         {"", "*", "https://*", "https://", "https:", "www.example.com", "https://example.com/",
          "https://example.com/path", "https://example.com:", "https://example.com:port",
          "https://exa mple.com", "https://example.com; script-src *", "https://a.*.com",
          "https://.example.com", "https://example.com.", "data:", "'self'", "ftp://example.com",
          "https://example.com:123456"}) {
        CAPTURE(origin);
        CHECK(!is_host_source(origin));
    }
}

TEST_CASE("an accent is a colour of six digits") {
    CHECK(is_colour("#0b5c6b"));
    CHECK(is_colour("#FFFFFF"));
    for (const std::string_view colour :
         {"", "#fff", "0b5c6b", "#0b5c6g", "#0b5c6b80", "teal", "#0b5c6b;"}) {
        CHECK(!is_colour(colour));
    }
}

TEST_CASE("links of the site's own channels are https") {
    CHECK(is_https_address("https://wa.me/34900000000"));
    CHECK(!is_https_address("http://example.com"));
    CHECK(!is_https_address("https://"));
    CHECK(!is_https_address("https://a b"));
    CHECK(!is_https_address("javascript:alert(1)"));
}

#include "core/ticket/formats.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace ventanilla::ticket;

TEST_CASE("e-mail addresses that people have are taken") {
    for (const std::string& address :
         {std::string("ana@example.com"), std::string("ana.lopez+ticket@sub.example.co"),
          std::string("o'neil_1@ex-ample.es"), std::string("ana@españa.es"),
          std::string("josé@example.com"), std::string(64, 'a') + "@b.es"}) {
        CAPTURE(address);
        CHECK(is_email_address(address));
    }
}

TEST_CASE("what cannot be an e-mail address, or would break a mail's header, is refused") {
    for (const std::string& address :
         {std::string(), std::string("ana"), std::string("ana@"), std::string("@example.com"),
          std::string("ana@example"), std::string("ana@@example.com"),
          std::string("ana@exa mple.com"), std::string("an a@example.com"),
          std::string("ana@example..com"), std::string("ana@.com"), std::string("ana@example.com."),
          std::string("ana@-example.com"), std::string("ana@example.com\r\nBcc: all@example.com"),
          std::string("ana@example.com,eva@example.com"), std::string("Ana <ana@example.com>"),
          std::string("ana\0@example.com", 16), std::string(65, 'a') + "@b.es",
          "a@" + std::string(63, 'b') + "." + std::string(63, 'c') + "." + std::string(63, 'd') +
              "." + std::string(63, 'e') + ".es"}) {
        CAPTURE(address);
        CHECK(!is_email_address(address));
    }
}

TEST_CASE("telephone numbers are taken as people write them") {
    for (const std::string_view number :
         {"900000000", "+34 900 000 000", "(+52) 55-1234-5678", "91.123.45.67", "012345"}) {
        CAPTURE(number);
        CHECK(is_telephone_number(number));
    }
    for (const std::string_view number : {"", "12345", "1234567890123456", "900 000 00a",
                                          "900+000000", "++34900000000", "ext. 12", "٩٠٠٠٠٠٠٠٠"}) {
        CAPTURE(number);
        CHECK(!is_telephone_number(number));
    }
}

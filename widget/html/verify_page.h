// widget/html/verify_page.h
//
// The page on which a receipt is checked.
#pragma once

#include <string>
#include <string_view>

#include "widget/html/portal.h"

namespace ventanilla::html {

struct VerifyContent {
    std::string address;       // the page's own, which the form is posted to
    std::string_view verdict;  // "genuine", "other", or empty: nothing was checked
    std::string_view text;     // what was
};

std::string verify_page(const Portal& portal, const Translations& translations,
                        const VerifyContent& content);

}  // namespace ventanilla::html

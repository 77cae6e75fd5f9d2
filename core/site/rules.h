// core/site/rules.h
//
// What the widget suggests on some of the pages that it is on. Browsers decide which rules hold (web/panel/rules.ts); here
// they are read and checked. Why so: docs/decisions/0020-rules-by-page.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ventanilla::site {

// Conditions, which hold all together, and what follows. What is empty holds everywhere.
struct Rule {
    // "/checkout/*": a path, on any origin; "https://shop.example.com/cart": there alone. `*` stands for anything. One
    // of them matches the page's address.
    std::vector<std::string> pages;
    std::vector<std::string> languages = {};  // of the widget
    // By name of what the page says of itself: one of these values.
    std::map<std::string, std::vector<std::string>> context = {};
    std::uint32_t after = 0;  // seconds on the page

    std::vector<std::string> suggest = {};  // ids of articles; "guide:ID"
};

}  // namespace ventanilla::site

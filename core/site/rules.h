// core/site/rules.h
//
// What the widget suggests on some of the pages that it is on, where it hints that it is there, and where its launcher is
// not. Browsers decide which rules hold (web/shared/rules.ts); here they are read and checked. Why so:
// docs/decisions/0020-rules-by-page.md, docs/decisions/0022-hints.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/ticket/local_text.h"

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
    ticket::LocalText hint = {};            // beside the launcher, once a visit
    bool hidden = false;                    // the launcher
};

}  // namespace ventanilla::site

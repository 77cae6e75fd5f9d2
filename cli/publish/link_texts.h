// cli/publish/link_texts.h
//
// What the articles and guides of a language call each other: the texts of the links between them.
//
//   LinkTexts texts(site, "es");
//   texts.leading_to("article:cancel-contract")   {"darme de baja", "cómo te das de baja"}
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/article/document.h"
#include "core/site/site.h"

namespace ventanilla::publish {

class LinkTexts {
public:
    LinkTexts(const site::Site& site, const std::string& language);

    // `target`: "article:ID" or "guide:ID". Each text once for an article or guide that has it; links of the target to
    // itself are left out.
    [[nodiscard]] std::vector<std::string> leading_to(const std::string& target) const;

private:
    void add(const std::string& source, const std::vector<article::Link>& links);

    std::map<std::string, std::vector<std::string>> texts_;  // by target
};

}  // namespace ventanilla::publish

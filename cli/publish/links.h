// cli/publish/links.h
//
// Turns what authors write (article:ID, guide:ID, contact:, media/FILE) into addresses of one language.
#pragma once

#include <map>
#include <string>

#include "core/article/document.h"
#include "core/site/site.h"
#include "core/text/messages.h"

namespace ventanilla::publish {

class Links {
public:
    // All of them must outlive this. `media`: addresses by path in the site.
    Links(const site::Site& site, const std::string& language, const text::Messages& messages,
          const std::map<std::string, std::string>& media);

    // A target within the site that this language lacks leads to its home, a picture to nothing.
    [[nodiscard]] std::string resolved(const std::string& target) const;
    [[nodiscard]] article::Document resolved(article::Document document) const;

private:
    const site::Site& site_;
    const std::string& language_;
    const text::Messages& messages_;
    const std::map<std::string, std::string>& media_;
};

}  // namespace ventanilla::publish

// cli/publish/answers.h
//
// Which of a site's languages answers a page in each language: pairs of a page's language and the site's, in the order
// in which a launcher tries them with :lang(), which also matches what follows a hyphen.
//
//   answers({"es", "es-419"})   {"es-419", "es-419"}, {"es-AR", "es-419"}, ..., {"es-VE", "es-419"}, {"es", "es"}
//   answers({"es-MX", "en"})    {"es-419", "es-MX"}, {"es-MX", "es-MX"}, {"en", "en"}, {"es", "es-MX"}
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ventanilla::publish {

using Answers = std::vector<std::pair<std::string, std::string>>;

Answers answers(const std::vector<std::string>& languages);

}  // namespace ventanilla::publish

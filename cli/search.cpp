#include "cli/search.h"

#include <sstream>

#include "cli/corpus/corpus_search.h"
#include "core/base/json.h"

namespace ventanilla::cli {

int search(const std::filesystem::path& folder, const std::vector<std::string>& query,
           const Environment& environment) {
    if (query.empty()) {
        return corpus::search_corpus(folder, environment.in, environment.out, environment.log);
    }
    std::string words;
    for (const std::string& word : query) {
        words += words.empty() ? word : " " + word;
    }
    std::istringstream line(base::write_json({{"q", words}}) + "\n");
    return corpus::search_corpus(folder, line, environment.out, environment.log);
}

}  // namespace ventanilla::cli

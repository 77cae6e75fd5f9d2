#include "cli/search.h"

#include <sstream>

#include "cli/corpus/corpus_search.h"
#include "core/base/json.h"

namespace ventanilla::cli {

int search(const std::filesystem::path& folder, const SearchOptions& options,
           const Environment& environment) {
    if (options.query.empty() && options.filters.empty() && !options.counts) {
        return corpus::search_corpus(folder, environment.in, environment.out, environment.log);
    }
    std::string words;
    for (const std::string& word : options.query) {
        words += words.empty() ? word : " " + word;
    }
    if (options.explain) {
        return corpus::explain_corpus(folder, words, environment.out, environment.log);
    }
    base::Json query = {{"q", words}, {"counts", options.counts}};
    for (const std::string& filter : options.filters) {
        const std::size_t equals = filter.find('=');
        query["filters"][filter.substr(0, equals)].push_back(filter.substr(equals + 1));
    }
    std::istringstream line(base::write_json(query) + "\n");
    return corpus::search_corpus(folder, line, environment.out, environment.log);
}

}  // namespace ventanilla::cli

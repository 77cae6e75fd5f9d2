#include "core/search/asking/correction.h"

#include "core/search/terms/words.h"
#include "core/text/fold.h"

namespace ventanilla::search {
namespace {

// With the accents that the first hit has that says the word; folded where none does.
std::string spelled(const std::string& word, const std::vector<Hit>& hits) {
    for (const Hit& hit : hits) {
        for (const auto* runs : {&hit.title, &hit.excerpt}) {
            for (const Run& run : *runs) {
                if (run.marked && word_key(run.text) == word) {
                    return text::lower(run.text);
                }
            }
        }
    }
    return word;
}

}  // namespace

std::string corrected(std::string_view query, const std::vector<Correction>& corrections,
                      const std::vector<Hit>& hits) {
    std::string text;
    std::size_t at = 0;
    for (const Correction& correction : corrections) {
        text += query.substr(at, correction.begin - at);
        text += spelled(correction.word, hits);
        at = correction.end;
    }
    return corrections.empty() ? text : text.append(query.substr(at));
}

}  // namespace ventanilla::search

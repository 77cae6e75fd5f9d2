#include "core/search/asking/fit.h"

#include "core/search/terms/words.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {

bool fits(const Hit& hit, std::string_view language) {
    Frame frame(language);
    int said = 0;
    int unsaid = 0;
    for (const Run& run : hit.title) {
        for (const text::Token& token : text::tokenize(run.text)) {
            const bool says_nothing = frame.says_nothing(word_key(token.word));
            said += run.marked ? 1 : 0;
            unsaid += !run.marked && !says_nothing ? 1 : 0;
        }
    }
    return hit.pinned || (said > 0 && said >= unsaid);
}

}  // namespace ventanilla::search

// Folds, cuts and stems any bytes, and checks what the headers promise.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/fold.h"
#include "core/text/language.h"
#include "core/text/stem.h"
#include "core/text/tokenize.h"
#include "core/text/utf8.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

namespace {

// A word in lower case is stemmed and has forms, in every language.
void check_word(const std::string& word) {
    for (const text::Language* language : text::languages()) {
        text::Stemmer stemmer(language->tag);
        REQUIRE(text::is_valid_utf8(stemmer.stem(word)));
        if (language->plain_form != nullptr) {
            REQUIRE(text::is_valid_utf8(language->plain_form(word)));
        }
        if (language->base_forms != nullptr && !text::fold(word).empty()) {
            const auto forms = language->base_forms(text::fold(word));
            REQUIRE(forms.size() <= text::kMostBaseForms);
            for (const std::string& form : forms) {
                REQUIRE(text::is_valid_utf8(form));
            }
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::string folded = text::fold(input);
    REQUIRE(text::is_valid_utf8(folded));
    REQUIRE(text::fold(folded) == folded);
    REQUIRE(text::is_valid_utf8(text::lower(input)));
    REQUIRE(text::count_characters(input) <= size);

    std::size_t end = 0;
    for (const text::Token& token : text::tokenize(input)) {
        REQUIRE(!token.word.empty());
        REQUIRE(token.begin >= end);
        end = token.begin + token.word.size();
        REQUIRE(end <= size);
        REQUIRE(input.substr(token.begin, token.word.size()) == token.word);
        REQUIRE(text::count_characters(token.word) <= 3 * 64);
        check_word(text::lower(token.word));
    }
    return 0;
}

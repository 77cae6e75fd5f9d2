// Folds, cuts and stems any bytes, and checks what the headers promise.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/fold.h"
#include "core/text/stem.h"
#include "core/text/tokenize.h"
#include "core/text/utf8.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::string folded = text::fold(input);
    REQUIRE(text::is_valid_utf8(folded));
    REQUIRE(text::fold(folded) == folded);
    REQUIRE(text::is_valid_utf8(text::lower(input)));
    REQUIRE(text::count_characters(input) <= size);

    static text::Stemmer spanish("es");
    static text::Stemmer english("en");
    std::size_t end = 0;
    for (const text::Token& token : text::tokenize(input)) {
        REQUIRE(!token.word.empty());
        REQUIRE(token.begin >= end);
        end = token.begin + token.word.size();
        REQUIRE(end <= size);
        REQUIRE(input.substr(token.begin, token.word.size()) == token.word);
        REQUIRE(text::count_characters(token.word) <= 3 * 64);
        const std::string word = text::lower(token.word);
        REQUIRE(text::is_valid_utf8(spanish.stem(word)));
        REQUIRE(text::is_valid_utf8(english.stem(word)));
    }
    return 0;
}

// An author's list of synonyms: taken, or refused with a message for each line; what is taken finds words that the text
// does not hold.

#include <cstdint>
#include <string_view>

#include "core/text/synonyms.h"
#include "core/text/utf8.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (text::first_invalid_utf8(bytes)) {
        return 0;
    }
    const auto synonyms = text::Synonyms::read("synonyms/es.txt", bytes, "es");
    if (synonyms) {
        for (const std::string& word : synonyms->other_words(bytes.substr(0, 200))) {
            REQUIRE(!word.empty());
        }
    } else {
        REQUIRE(!synonyms.error().empty());
    }
    return 0;
}

// The same in WebAssembly: tests/scenarios/stems.test.mjs.
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <string>

#include "core/text/stem.h"
#include "tests/core/text/vocabularies.h"

using namespace ventanilla;

TEST_CASE("every word of Snowball's vocabularies has the stem that Snowball says") {
    for (const test::Vocabulary& vocabulary : test::vocabularies()) {
        INFO(vocabulary.folder);
        std::ifstream words(std::string(vocabulary.folder) + "/voc.txt");
        std::ifstream stems(std::string(vocabulary.folder) + "/output.txt");
        text::Stemmer stemmer(vocabulary.language);
        int same = 0;
        std::string word;
        std::string stem;
        while (std::getline(words, word) && std::getline(stems, stem)) {
            if (stemmer.stem(word) == stem) {
                ++same;
            } else {
                UNSCOPED_INFO(word << " is " << stemmer.stem(word) << " in place of " << stem);
                CHECK(false);
            }
        }
        CHECK(same > 3'000);
        CHECK(words.eof());
    }
}

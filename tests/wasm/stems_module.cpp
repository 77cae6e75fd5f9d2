// The stemmers as pages have them, for tests/scenarios/stems.test.mjs: lines of text in, lines of text out.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/stem.h"

namespace {

struct Buffers {
    std::string input;
    std::string result;
};

Buffers& buffers() {
    static Buffers instance;
    return instance;
}

}  // namespace

#define TEST_EXPORT(name) extern "C" __attribute__((export_name(#name)))

TEST_EXPORT(reserve) char* reserve(std::uint32_t size) {
    buffers().input.resize(size);
    return buffers().input.data();
}

// The first line is a language, each other one a word; the result has a stem for each word.
TEST_EXPORT(stems) const char* stems() {
    std::string_view lines = buffers().input;
    const auto next_line = [&] {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(line.size() + (line.size() < lines.size() ? 1 : 0));
        return line;
    };
    ventanilla::text::Stemmer stemmer(next_line());
    buffers().result.clear();
    while (!lines.empty()) {
        buffers().result += stemmer.stem(next_line());
        buffers().result += '\n';
    }
    return buffers().result.data();
}

TEST_EXPORT(result_size) std::uint32_t result_size() {
    return static_cast<std::uint32_t>(buffers().result.size());
}

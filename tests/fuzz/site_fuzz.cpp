// A whole site from one input: files are separated by lines "=== path". Read, or refused with problems.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/site/site.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

namespace {

site::Files split(std::string_view input) {
    constexpr std::string_view kMark = "=== ";
    site::Files files;
    std::string path = "site.json";
    while (!input.empty()) {
        const std::size_t end = input.find('\n');
        const std::string_view line = input.substr(0, end);
        input = end == std::string_view::npos ? std::string_view{} : input.substr(end + 1);
        if (line.starts_with(kMark)) {
            path = line.substr(kMark.size());
        } else {
            files[path] += std::string(line) + "\n";
        }
    }
    return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const site::Files files = split({reinterpret_cast<const char*>(data), size});
    const site::Reading reading = site::read_site(files);
    REQUIRE(reading.site.has_value() == reading.problems.empty());
    for (const base::Problem& problem : reading.problems) {
        REQUIRE(!problem.rule.empty() && problem.message.ends_with('.'));
        REQUIRE(files.contains(problem.place.file) || problem.place.file == "site.json");
    }
    return 0;
}

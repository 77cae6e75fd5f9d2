// JSON is read and written as nlohmann-json does it; what is not has a place within the text. Every member that was read
// is found by its name. The first line is a pointer, the rest the text.

#include <cstdint>
#include <string_view>

#include "core/base/json.h"
#include "core/base/json_keys.h"
#include "core/base/json_scan.h"
#include "tests/core/base/json_library.h"
#include "tests/fuzz/require.h"

using namespace ventanilla::base;

namespace {

void check_members(const Json& value) {
    for (const auto& [name, member] : value.members()) {
        REQUIRE(value.find(name) == &member);
        check_members(member);
    }
    for (const Json& element : value.elements()) {
        check_members(element);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t line = input.find('\n');
    const std::string_view pointer = input.substr(0, line);
    const std::string_view text = line == std::string_view::npos ? input : input.substr(line + 1);
    REQUIRE(is_read_alike(text));
    const auto json = parse_json(text);
    if (!json) {
        REQUIRE(json.error().offset <= text.size());
        REQUIRE(!json.error().message.empty());
        return 0;
    }
    check_members(*json);
    REQUIRE(Json(*json) == *json);
    REQUIRE(is_written_alike(*json));
    const auto again = parse_json(write_json(*json));
    REQUIRE(again && *again == *json);
    const Position at = locate_json(text, pointer);
    REQUIRE(at.line >= 1 && at.column >= 1);
    for (const DuplicateKey& duplicate : find_duplicate_keys(text)) {
        REQUIRE(text[duplicate.offset] == '"');
    }
    return 0;
}

// A transcript that comes with a ticket: taken whole or refused with a message.

#include <cstdint>
#include <string_view>

#include "core/base/json.h"
#include "core/guide/run.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = base::parse_json({reinterpret_cast<const char*>(data), size});
    if (!json) {
        return 0;
    }
    const auto transcript = guide::transcript_from_json(*json);
    if (!transcript) {
        REQUIRE(!transcript.error().empty());
        return 0;
    }
    const auto again = guide::transcript_from_json(guide::to_json(*transcript));
    REQUIRE(again && *again == *transcript);
    return 0;
}

// The files that a visitor's browser reads: taken whole or refused with a message, and the same when written again.

#include <cstdint>
#include <string_view>

#include "core/base/json.h"
#include "core/site/catalog.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

namespace {

template <typename Read>
void check(const base::Json& json, Read read) {
    const auto value = read(json);
    if (!value) {
        REQUIRE(!value.error().empty());
        return;
    }
    const base::Json written = site::to_json(*value);
    const auto again = read(written);
    REQUIRE(again && site::to_json(*again) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = base::parse_json({reinterpret_cast<const char*>(data), size});
    if (json) {
        check(*json, site::catalog_from_json);
        check(*json, site::article_page_from_json);
        check(*json, site::guide_page_from_json);
    }
    return 0;
}

// What a form without JavaScript sends: read as UTF-8 without carriage returns, or refused.

#include <cstdint>
#include <string_view>

#include "core/text/utf8.h"
#include "server/api/form_data.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto form = api::FormData::read({reinterpret_cast<const char*>(data), size});
    if (!form) {
        REQUIRE(!form.error().empty());
        return 0;
    }
    REQUIRE(form->pairs().size() <= api::kMaxPairs);
    for (const auto& [name, value] : form->pairs()) {
        REQUIRE(!text::first_invalid_utf8(value) && value.find('\r') == std::string::npos);
    }
    return 0;
}

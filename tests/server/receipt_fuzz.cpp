// Texts that somebody wants to have checked, and such as the server signs: what is signed is genuine, and nothing else is.

#include <cstdint>
#include <string_view>

#include "server/receipts/signed_text.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    REQUIRE(!receipts::is_signed("key", text));
    const std::string signed_text = receipts::signed_text("key", text, "Firma:");
    REQUIRE(receipts::is_signed("key", signed_text));
    REQUIRE(!receipts::is_signed("other", signed_text));
    return 0;
}

// Form tokens, as strangers send them: the first line is the token, the rest the key that it is for.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "server/forms/form_tokens.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view token = text.substr(0, end);
    const std::string_view key = text.substr(std::min(end + 1, text.size()));
    const forms::FormTokens tokens("secret", [] { return store::Time(); });
    REQUIRE(tokens.allows(tokens.make(key), key));
    // What is let through could only have been made here.
    REQUIRE(!tokens.allows(token, key) || token == tokens.make(key));
    return 0;
}

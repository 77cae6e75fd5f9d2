// Form tokens, as strangers send them: the first line is the token, the rest the key that it is for.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/forms/form_tokens.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view token = text.substr(0, end);
    const std::string_view key = text.substr(std::min(end + 1, text.size()));
    const forms::FormTokens forms("secret", [] { return store::Time(); });
    // Nobody can sign here but we: a token that is let through is the one that we would make.
    if (forms.allows(token, key) && token != forms.make(key)) {
        std::abort();
    }
    return 0;
}

// What is logged of outside texts: no address is left in it, wherever it stands.
#include <cstdint>
#include <string>
#include <string_view>

#include "server/log/redact.h"
#include "tests/fuzz/require.h"

using ventanilla::server::redact;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    const std::string redacted = redact(line);
    REQUIRE(redacted.size() <= 8 * line.size());
    REQUIRE(!redacted.contains("ana@example.org"));
    return 0;
}

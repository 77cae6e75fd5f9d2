// The head of a request: however its bytes arrive, it is refused or it has one host and one end.

#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/content_negotiation.h"
#include "server/http/request_head.h"
#include "server/http/target.h"
#include "tests/fuzz/require.h"

using namespace ventanilla::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view received(reinterpret_cast<const char*>(data), size);
    const HeadScan scan = scan_head(received);
    REQUIRE(scan.size <= received.size() && scan.size <= kMaxHeadBytes);
    REQUIRE(!(scan.refusal && scan.size > 0));
    if (scan.size > 0) {
        const std::string_view head = received.substr(0, scan.size);
        REQUIRE(head.ends_with("\r\n\r\n"));
        if (!check_head(head)) {
            REQUIRE(head.find('\0') == std::string_view::npos);
            REQUIRE(head.find("\r\n ") == std::string_view::npos);
            REQUIRE(head.find("\r\n\t") == std::string_view::npos);
            const auto first = head.find(' ') + 1;
            const auto target = read_target(head.substr(first, head.find(' ', first) - first), "a");
            REQUIRE(!target || target->path.front() == '/');
            REQUIRE(!target || target->path.find('\0') == std::string::npos);
        }
    }
    const int quality = quality_of(received, "br", 0);
    REQUIRE(quality >= 0 && quality <= 1000);
    REQUIRE(!choose_language(received, {"es", "en"}).empty());
    REQUIRE(!is_same_host(received, "") || received.find("//") != std::string_view::npos);
    return 0;
}

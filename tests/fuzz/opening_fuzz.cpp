// Hours from any bytes at any moment: what they come to is of one of their spans, or of none.
//
// The first line is a moment; each further four bytes are a span's beginning and its length.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/site/opening.h"
#include "tests/fuzz/require.h"

using namespace ventanilla::site;

namespace {

Minutes number(std::string_view two) {
    return static_cast<unsigned char>(two[0]) * 256 + static_cast<unsigned char>(two[1]);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t end = input.find('\n');
    const auto now = minutes_of(input.substr(0, end));
    if (!now || *now < 0 || end == std::string_view::npos) {
        return 0;
    }
    Hours hours;
    for (std::string_view rest = input.substr(end + 1); rest.size() >= 4; rest.remove_prefix(4)) {
        hours.week.push_back(number(rest) % kMinutesAWeek);
        hours.week.push_back(number(rest.substr(2)) % (kMinutesADay + 1));
    }
    const Opening opening = opening_at(hours, *now);
    REQUIRE(opening.saying <= Saying::kAlways || opening.span < hours.week.size() / 2);
    return 0;
}

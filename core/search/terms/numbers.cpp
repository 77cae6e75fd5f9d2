#include "core/search/terms/numbers.h"

#include <algorithm>

#include "core/text/fold.h"
#include "core/text/language.h"

namespace ventanilla::search {
namespace {

// Of what support is about, folded, between spaces.
constexpr std::string_view kUnits =
    " a ah bit bits bps byte bytes cm dbm dpi eur fps ft g gb gbit gbps ghz gib h hz in k kb kbps "
    "kg khz km kw kwh l "
    "m mah mb mbit mbps mhz mib min ml mm mp ms mw nm p px rpm s tb usd v w ";

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

}  // namespace

bool is_measure(std::string_view number, std::string_view unit) {
    return std::all_of(number.begin(), number.end(), is_digit) &&
           text::is_listed(kUnits, text::fold(unit));
}

std::vector<std::size_t> digit_borders(std::string_view word) {
    std::vector<std::size_t> borders;
    for (std::size_t at = 1; at < word.size(); ++at) {
        if (is_digit(word[at - 1]) != is_digit(word[at])) {
            borders.push_back(at);
        }
    }
    return borders;
}

}  // namespace ventanilla::search

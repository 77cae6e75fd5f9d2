#include "server/limits/rules.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace ventanilla::limits {
namespace {

constexpr std::array<std::string_view, kLimits> kNames = {"address", "email",   "files", "votes",
                                                          "forms",   "repeats", "all"};
constexpr std::string_view kSeparators = " ,\t\n";
constexpr int kMost = 1'000'000;  // at once, and seconds

constexpr Gcra within(int count, int seconds) {
    return {.at_once = count, .period = Instant(std::chrono::seconds(seconds)) / count};
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number && number > 0 && number <= kMost ? std::optional(number) : std::nullopt;
}

std::optional<Gcra> rule(std::string_view text) {
    if (text == "off") {
        return Gcra();
    }
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto count = whole_number(text.substr(0, slash));
    const auto seconds = whole_number(text.substr(slash + 1));
    return count && seconds ? std::optional(within(*count, *seconds)) : std::nullopt;
}

}  // namespace

std::string_view name_of(Limit limit) {
    return kNames[static_cast<std::size_t>(limit)];
}

Rules::Rules()
    : rules_{within(10, 600), within(5, 1500), within(50, 600), within(30, 150),
             within(60, 60),  within(10, 60),  within(50, 1)} {}

std::expected<void, std::string> Rules::change(std::string_view text) {
    std::array<Gcra, kLimits> changed = rules_;
    while (true) {
        const std::size_t begin = std::min(text.find_first_not_of(kSeparators), text.size());
        text.remove_prefix(begin);
        if (text.empty()) {
            rules_ = changed;
            return {};
        }
        const std::string_view word = text.substr(0, text.find_first_of(kSeparators));
        text.remove_prefix(word.size());
        const std::size_t equals = std::min(word.find('='), word.size());
        const auto name = std::ranges::find(kNames, word.substr(0, equals));
        const auto read = equals == word.size() ? std::nullopt : rule(word.substr(equals + 1));
        if (name == kNames.end() || !read) {
            return std::unexpected(
                "must be limits such as address=10/600 (10 at once, and 10 in 600 seconds) or "
                "email=off; there are address, email, files, votes, forms, repeats and all");
        }
        changed[static_cast<std::size_t>(name - kNames.begin())] = *read;
    }
}

}  // namespace ventanilla::limits

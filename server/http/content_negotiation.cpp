#include "server/http/content_negotiation.h"

#include <algorithm>
#include <optional>

#include "server/http/message.h"
#include "server/http/whitespace.h"

namespace ventanilla::http {
namespace {

// Calls visit(item) for each item of a comma-separated list.
template <typename Visit>
void for_each_item(std::string_view list, Visit&& visit) {
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (const auto item = trim(list.substr(0, comma)); !item.empty()) {
            visit(item);
        }
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
}

// "0.8" -> 800; what is no quality value counts as 0.
int thousandths(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') ||
        (text.size() > 1 && text[1] != '.')) {
        return 0;
    }
    int value = (text[0] - '0') * 1000;
    int scale = 100;
    for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9') {
            return 0;
        }
        value += (c - '0') * scale;
        scale /= 10;
    }
    return std::min(value, 1000);
}

int quality_parameter(std::string_view parameters) {
    while (!parameters.empty()) {
        const auto end = std::min(parameters.find(';'), parameters.size());
        const std::string_view parameter = trim(parameters.substr(0, end));
        if (parameter.starts_with("q=") || parameter.starts_with("Q=")) {
            return thousandths(parameter.substr(2));
        }
        parameters.remove_prefix(std::min(end + 1, parameters.size()));
    }
    return 1000;
}

}  // namespace

int quality_of(std::string_view header, std::string_view name, int unnamed) {
    std::optional<int> named;
    int other = unnamed;
    for_each_item(header, [&](std::string_view item) {
        const auto semicolon = std::min(item.find(';'), item.size());
        const std::string_view item_name = trim(item.substr(0, semicolon));
        const int quality = quality_parameter(item.substr(semicolon));
        if (equal_ignoring_case(item_name, name)) {
            named = quality;
        } else if (item_name == "*" || item_name == "*/*") {
            other = quality;
        }
    });
    return named.value_or(other);
}

std::string_view choose_encoding(std::string_view accept_encoding, bool has_brotli, bool has_gzip) {
    const int br = has_brotli ? quality_of(accept_encoding, "br", 0) : 0;
    const int gz = has_gzip ? quality_of(accept_encoding, "gzip", 0) : 0;
    if (br > 0 && br >= gz) {
        return "br";
    }
    return gz > 0 ? "gzip" : "";
}

std::string choose_language(std::string_view accept_language,
                            const std::vector<std::string>& languages) {
    std::string best = languages.empty() ? "" : languages.front();
    int best_quality = 0;
    for (const std::string& language : languages) {
        int quality = 0;
        for_each_item(accept_language, [&](std::string_view item) {
            const auto semicolon = std::min(item.find(';'), item.size());
            const std::string_view range = trim(item.substr(0, semicolon));
            const std::string_view base = range.substr(0, range.find('-'));
            if (equal_ignoring_case(range, language) || equal_ignoring_case(base, language)) {
                quality = std::max(quality, quality_parameter(item.substr(semicolon)));
            }
        });
        if (quality > best_quality) {
            best = language;
            best_quality = quality;
        }
    }
    return best;
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    bool named = false;
    for_each_item(if_none_match, [&](std::string_view item) {
        if (item.starts_with("W/")) {
            item.remove_prefix(2);
        }
        named = named || item == "*" || item == tag;
    });
    return named;
}

}  // namespace ventanilla::http

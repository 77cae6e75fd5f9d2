#include "core/site/formats.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace ventanilla::site {
namespace {

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return is_lower(c) || (c >= 'A' && c <= 'Z');
}
bool is_letter_or_digit(char c) {
    return is_letter(c) || is_digit(c);
}

// Takes what stands before the next `separator`, and that.
std::string_view take_part(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return part;
}

bool is_host(std::string_view host) {
    if (host.starts_with("*.")) {
        host.remove_prefix(2);
    }
    if (host.empty() || host.ends_with('.')) {
        return false;
    }
    while (!host.empty()) {
        const std::string_view label = take_part(host, '.');
        const bool plain =
            std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; });
        if (label.empty() || !plain) {
            return false;
        }
    }
    return true;
}

bool is_port(std::string_view port) {
    return port == "*" ||
           (!port.empty() && port.size() <= 5 && std::ranges::all_of(port, is_digit));
}

}  // namespace

bool is_language_tag(std::string_view text) {
    constexpr std::size_t kLongest = 35;
    if (text.empty() || text.size() > kLongest || text.ends_with('-')) {
        return false;
    }
    const std::string_view language = take_part(text, '-');
    if (language.size() < 2 || language.size() > 3 || !std::ranges::all_of(language, is_lower)) {
        return false;
    }
    while (!text.empty()) {
        const std::string_view subtag = take_part(text, '-');
        if (subtag.size() < 2 || subtag.size() > 8 ||
            !std::ranges::all_of(subtag, is_letter_or_digit)) {
            return false;
        }
    }
    return true;
}

bool is_colour(std::string_view text) {
    return text.size() == 7 && text.front() == '#' &&
           std::ranges::all_of(text.substr(1), [](char c) {
               return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

bool is_host_source(std::string_view text) {
    const std::size_t slashes = text.find("://");
    if (slashes == std::string_view::npos) {
        return false;
    }
    const std::string_view scheme = text.substr(0, slashes);
    text.remove_prefix(slashes + 3);
    const bool has_port = text.find(':') != std::string_view::npos;
    const std::string_view host = take_part(text, ':');
    return (scheme == "https" || scheme == "http") && is_host(host) && (!has_port || is_port(text));
}

bool is_origin(std::string_view text) {
    return is_host_source(text) && !text.contains('*');
}

bool is_time_zone(std::string_view text) {
    // The database also has shorter names, for old machines.
    constexpr auto kAreas =
        std::to_array<std::string_view>({"Africa", "America", "Antarctica", "Arctic", "Asia",
                                         "Atlantic", "Australia", "Europe", "Indian", "Pacific"});
    if (text == "UTC") {
        return true;
    }
    const std::string_view area = text.substr(0, text.find('/'));
    return std::ranges::find(kAreas, area) != kAreas.end() && text.size() > area.size() + 1 &&
           text.size() <= 40 && text.back() != '/' && std::ranges::all_of(text, [](char c) {
               return is_letter_or_digit(c) || c == '_' || c == '-' || c == '/';
           });
}

bool is_https_address(std::string_view text) {
    constexpr std::string_view kScheme = "https://";
    return text.starts_with(kScheme) && text.size() > kScheme.size() &&
           std::ranges::all_of(
               text, [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; });
}

}  // namespace ventanilla::site

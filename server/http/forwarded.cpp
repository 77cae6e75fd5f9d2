#include "server/http/forwarded.h"

#include <algorithm>
#include <string>

#include "server/http/whitespace.h"

namespace ventanilla::http {
namespace {

constexpr std::string_view kDecimalDigits = "0123456789";

bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 &&
           text.find_first_not_of(kDecimalDigits) == std::string_view::npos;
}

// "192.0.2.1", "192.0.2.1:4711", "[2001:db8::1]", "[2001:db8::1]:4711", and "2001:db8::1" as X-Forwarded-For has it.
std::optional<Address> read_node(std::string_view text) {
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        const std::string_view rest = text.substr(end + 1);
        const bool ends_well = rest.empty() || (rest.front() == ':' && is_port(rest.substr(1)));
        const auto address = read_address(text.substr(1, end - 1));
        return ends_well && address && !address->is_4() ? address : std::nullopt;
    }
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos) {
        return is_port(text.substr(colon + 1)) ? read_address(text.substr(0, colon)) : std::nullopt;
    }
    return read_address(text);
}

// X-Forwarded-For knows no quotes: one that a client opens there must not swallow what the proxy adds behind it.
enum class Quotes { kNone, kKept };

// Strings in quotes (RFC 9110, 5.6.4) are no place to cut, where there are any.
std::vector<std::string_view> cut(std::string_view text, char separator, Quotes quotes) {
    std::vector<std::string_view> parts;
    bool is_quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_quoted && text[i] == '\\') {
            ++i;
        } else if (text[i] == '"' && quotes == Quotes::kKept) {
            is_quoted = !is_quoted;
        } else if (!is_quoted && text[i] == separator) {
            parts.push_back(trim(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    parts.push_back(trim(text.substr(begin)));
    return parts;
}

// What stands behind "for=" of a hop; empty if it is there twice, or not at all. No address needs a backslash.
std::string_view node_of(std::string_view element) {
    std::string_view node;
    for (const std::string_view pair : cut(element, ';', Quotes::kKept)) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos ||
            !equal_ignoring_case(pair.substr(0, equals), "for")) {
            continue;
        }
        if (!node.empty()) {
            return {};
        }
        node = pair.substr(equals + 1);
    }
    const bool is_quoted = node.size() >= 2 && node.front() == '"' && node.back() == '"';
    return is_quoted ? node.substr(1, node.size() - 2) : node;
}

// Of all headers of that name, in their order. They are lists: several say the same as one.
std::vector<std::string_view> elements(const Headers& headers, std::string_view name,
                                       Quotes quotes) {
    std::vector<std::string_view> all;
    for (const auto& [each, value] : headers.entries()) {
        if (equal_ignoring_case(each, name)) {
            const auto parts = cut(value, ',', quotes);
            all.insert(all.end(), parts.begin(), parts.end());
        }
    }
    return all;
}

}  // namespace

bool TrustedProxies::trusts(const Address& address) const {
    return std::ranges::any_of(networks_,
                               [&](const Network& network) { return network.contains(address); });
}

std::optional<Address> TrustedProxies::caller(const Request& request) const {
    const auto peer = read_address(request.peer);
    if (!peer || !trusts(*peer)) {
        return peer;
    }
    const auto walk = [&](const std::vector<std::string_view>& hops, auto&& read) {
        Address last = *peer;
        for (auto hop = hops.rbegin(); hop != hops.rend() && trusts(last); ++hop) {
            const std::optional<Address> address = read(*hop);
            if (!address) {
                break;
            }
            last = *address;
        }
        return last;
    };
    const auto old_way = elements(request.headers, "X-Forwarded-For", Quotes::kNone);
    const auto standard = elements(request.headers, "Forwarded", Quotes::kKept);
    const Address by_old_way = walk(old_way, read_node);
    const Address by_standard =
        walk(standard, [](std::string_view hop) { return read_node(node_of(hop)); });
    if (!old_way.empty() && !standard.empty()) {
        return by_old_way == by_standard ? by_old_way : *peer;
    }
    return old_way.empty() ? by_standard : by_old_way;
}

}  // namespace ventanilla::http

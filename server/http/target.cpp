#include "server/http/target.h"

#include <optional>

#include "core/text/utf8.h"
#include "server/http/message.h"

namespace ventanilla::http {
namespace {

constexpr std::string_view kHttp = "http://";
constexpr std::string_view kHttps = "https://";

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
    return equal_ignoring_case(text.substr(0, start.size()), start);
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Nothing for bad encoding and for control characters, whether encoded or not.
std::optional<std::string> decode_path(std::string_view encoded) {
    std::string path;
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        char c = encoded[i];
        if (c == '%') {
            const int high = i + 2 < encoded.size() ? hex_value(encoded[i + 1]) : -1;
            const int low = i + 2 < encoded.size() ? hex_value(encoded[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return std::nullopt;
            }
            c = static_cast<char>(high * 16 + low);
            i += 2;
            if (c == '/') {
                path += "%2F";
                continue;
            }
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            return std::nullopt;
        }
        path += c;
    }
    return text::is_valid_utf8(path) ? std::optional(std::move(path)) : std::nullopt;
}

}  // namespace

std::expected<Target, std::string> read_target(std::string_view target, std::string_view host) {
    if (starts_with_ignoring_case(target, kHttp) || starts_with_ignoring_case(target, kHttps)) {
        const auto authority = target.find("//") + 2;
        const auto path = std::min(target.find_first_of("/?", authority), target.size());
        if (!equal_ignoring_case(target.substr(authority, path - authority), host)) {
            return std::unexpected("The target names another host than the Host header.");
        }
        target.remove_prefix(path);
        if (target.empty() || target.front() == '?') {
            return Target{"/", std::string(target.empty() ? target : target.substr(1))};
        }
    }
    if (target.empty() || target.front() != '/') {
        return std::unexpected("The target must begin with a slash.");
    }
    target = target.substr(0, target.find('#'));
    const auto question = std::min(target.find('?'), target.size());
    auto path = decode_path(target.substr(0, question));
    if (!path) {
        return std::unexpected(
            "The path's percent-encoding is broken or hides a control character.");
    }
    return Target{std::move(*path),
                  std::string(question < target.size() ? target.substr(question + 1) : "")};
}

bool is_same_host(std::string_view origin, std::string_view host) {
    std::string_view default_port;
    if (starts_with_ignoring_case(origin, kHttps)) {
        origin.remove_prefix(kHttps.size());
        default_port = ":443";
    } else if (starts_with_ignoring_case(origin, kHttp)) {
        origin.remove_prefix(kHttp.size());
        default_port = ":80";
    } else {
        return false;
    }
    const auto without_default = [default_port](std::string_view authority) {
        return authority.ends_with(default_port)
                   ? authority.substr(0, authority.size() - default_port.size())
                   : authority;
    };
    return equal_ignoring_case(without_default(origin), without_default(host));
}

}  // namespace ventanilla::http

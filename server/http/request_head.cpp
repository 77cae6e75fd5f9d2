#include "server/http/request_head.h"

#include <algorithm>

#include "server/http/message.h"
#include "server/http/whitespace.h"

namespace ventanilla::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

Refusal bad(std::string_view detail) {
    return {400, std::string(detail)};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// RFC 9110, section 5.6.2.
bool is_token(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

bool is_visible(char c) {
    return c > 0x20 && c < 0x7f;
}

std::optional<Refusal> check_request_line(std::string_view line, bool& is_1_0) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) {
        return bad("The request line needs a method, a target and a version.");
    }
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!is_token(method)) {
        return bad("The method is not a token.");
    }
    if (target.empty() || !std::ranges::all_of(target, is_visible)) {
        return bad("The target contains characters that must be percent-encoded.");
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return bad("The version must be HTTP/1.1 or HTTP/1.0.");
    }
    is_1_0 = version == "HTTP/1.0";
    return std::nullopt;
}

// The headers that decide where the request ends and whom it is for.
class Framing {
public:
    std::optional<Refusal> take(std::string_view name, std::string_view value) {
        if (equal_ignoring_case(name, "Host")) {
            return take_host(value);
        }
        if (equal_ignoring_case(name, "Content-Length")) {
            if (++lengths_ > 1) {
                return bad("Content-Length is given more than once.");
            }
            if (value.empty() || value.size() > 15 || !std::ranges::all_of(value, is_digit)) {
                return bad("Content-Length is not a number.");
            }
        } else if (equal_ignoring_case(name, "Transfer-Encoding")) {
            if (++encodings_ > 1) {
                return bad("Transfer-Encoding is given more than once.");
            }
            if (!equal_ignoring_case(value, "chunked")) {
                return Refusal{501, "The only transfer coding that is understood is chunked."};
            }
        } else if (equal_ignoring_case(name, "Expect") &&
                   !equal_ignoring_case(value, "100-continue")) {
            return Refusal{417, "The only expectation that is understood is 100-continue."};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Refusal> finish(bool is_1_0) const {
        if (hosts_ == 0) {
            return bad("The Host header is missing.");
        }
        if (encodings_ > 0 && (lengths_ > 0 || is_1_0)) {
            return bad("Transfer-Encoding cannot stand beside Content-Length, nor in HTTP/1.0.");
        }
        return std::nullopt;
    }

private:
    std::optional<Refusal> take_host(std::string_view value) {
        if (++hosts_ > 1) {
            return bad("Host is given more than once.");
        }
        const auto in_host = [](char c) {
            return is_visible(c) &&
                   std::string_view("/\\@,?#<>\"{}|^`").find(c) == std::string_view::npos;
        };
        if (value.empty() || !std::ranges::all_of(value, in_host)) {
            return bad("Host is not a host.");
        }
        return std::nullopt;
    }

    int hosts_ = 0;
    int lengths_ = 0;
    int encodings_ = 0;
};

std::optional<Refusal> check_header(std::string_view line, Framing& framing) {
    if (line.front() == ' ' || line.front() == '\t') {
        return bad("A header may not go on in the next line.");
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
        return bad("A header needs a name, with the colon right after it.");
    }
    return framing.take(line.substr(0, colon), trim(line.substr(colon + 1)));
}

// A line feed alone, a carriage return alone or another control character.
bool has_stray_control(std::string_view bytes, bool more_may_come) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '\r') {
            if (i + 1 < bytes.size() ? bytes[i + 1] != '\n' : !more_may_come) {
                return true;
            }
        } else if (c == '\n') {
            if (i == 0 || bytes[i - 1] != '\r') {
                return true;
            }
        } else if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f) {
            return true;
        }
    }
    return false;
}

}  // namespace

HeadScan scan_head(std::string_view received) {
    const auto end = received.find("\r\n\r\n");
    const bool whole = end != std::string_view::npos;
    const std::string_view head = whole ? received.substr(0, end + 4) : received;
    if (has_stray_control(head.substr(0, kMaxHeadBytes), true)) {
        return {.size = 0,
                .refusal = bad("A control character stands in the head of the request.")};
    }
    if (head.size() > kMaxHeadBytes) {
        const bool target_alone =
            head.substr(0, kMaxHeadBytes).find(kLineEnd) == std::string_view::npos;
        return {.size = 0,
                .refusal = target_alone ? long_target()
                                        : Refusal{431, "The headers are larger than 16 KB."}};
    }
    return {.size = whole ? head.size() : 0, .refusal = std::nullopt};
}

Refusal long_target() {
    return {414, "The target is longer than 4 KB."};
}

std::optional<Refusal> check_head(std::string_view head) {
    if (!head.ends_with("\r\n\r\n") || has_stray_control(head, false)) {
        return bad("A control character stands in the head of the request.");
    }
    bool is_1_0 = false;
    Framing framing;
    int lines = 0;
    std::size_t at = 0;
    while (true) {
        const std::size_t end = head.find(kLineEnd, at);
        const std::string_view line = head.substr(at, end - at);
        if (line.empty()) {
            return lines == 0 ? bad("The request line is missing.") : framing.finish(is_1_0);
        }
        if (lines > kMaxHeaderLines) {
            return Refusal{431, "There are more than 100 headers."};
        }
        auto refusal = lines == 0 ? check_request_line(line, is_1_0) : check_header(line, framing);
        if (refusal) {
            return refusal;
        }
        ++lines;
        at = end + kLineEnd.size();
    }
}

}  // namespace ventanilla::http

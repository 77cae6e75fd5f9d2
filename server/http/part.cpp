#include "server/http/part.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>

namespace ventanilla::http {
namespace {

constexpr std::size_t kLongest = 2'000'000;

struct Part {
    std::size_t first = 0;
    std::size_t count = 0;  // 0: there is no such part
};

std::optional<std::size_t> read_number(std::string_view digits) {
    std::size_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

// "bytes=FIRST-", "bytes=FIRST-LAST" or "bytes=-COUNT" of `size` bytes; nothing if it is none of them.
std::optional<Part> read_range(std::string_view range, std::size_t size) {
    constexpr std::string_view kUnit = "bytes=";
    const std::size_t dash = range.find('-');
    if (!range.starts_with(kUnit) || dash == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view before = range.substr(kUnit.size(), dash - kUnit.size());
    const std::string_view behind = range.substr(dash + 1);
    const auto first = read_number(before);
    const auto last = read_number(behind);
    if (before.empty() && last) {
        const std::size_t count = std::min(*last, size);
        return Part{size - count, count};
    }
    if (!first || (!last && !behind.empty()) || (last && *last < *first)) {
        return std::nullopt;
    }
    return *first >= size ? Part{}
                          : Part{*first, std::min(last.value_or(size), size - 1) - *first + 1};
}

}  // namespace

bool is_played(const Response& whole) {
    return whole.headers.get("Content-Type").starts_with("video/");
}

void cut(const Request& request, Response& whole) {
    whole.headers.add("Accept-Ranges", "bytes");
    const std::size_t size = whole.body->size();
    const std::string_view version = request.headers.get("If-Range");
    const auto part = read_range(request.headers.get("Range"), size);
    if (!part || (!version.empty() && version != whole.headers.get("ETag"))) {
        return;
    }
    const std::string of_all = "/" + std::to_string(size);
    if (part->count == 0) {
        whole.status = 416;
        whole.headers.add("Content-Range", "bytes *" + of_all);
        whole.body = nullptr;
        return;
    }
    const std::size_t count = std::min(part->count, kLongest);
    whole.status = 206;
    whole.headers.add("Content-Range", "bytes " + std::to_string(part->first) + "-" +
                                           std::to_string(part->first + count - 1) + of_all);
    whole.body = make_body(whole.body->substr(part->first, count));
}

}  // namespace ventanilla::http

#include "core/site/video_file.h"

#include <cstddef>
#include <cstdint>

namespace ventanilla::site {
namespace {

constexpr std::size_t kHead = 8;

std::uint64_t number(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) {
        value = value << 8U | static_cast<unsigned char>(byte);
    }
    return value;
}

}  // namespace

bool is_mp4(std::string_view bytes) {
    bool has_movie = false;
    bool has_data = false;
    if (bytes.size() < kHead || bytes.substr(4, 4) != "ftyp") {
        return false;
    }
    while (bytes.size() >= kHead) {
        const std::string_view type = bytes.substr(4, 4);
        has_movie = has_movie || type == "moov";
        has_data = has_data || type == "mdat";
        std::uint64_t size = number(bytes.substr(0, 4));
        if (size == 0) {
            size = bytes.size();  // to the end of the file
        } else if (size == 1 && bytes.size() >= 2 * kHead) {
            size = number(bytes.substr(kHead, kHead));
        }
        if (size < kHead || size > bytes.size()) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return bytes.empty() && has_movie && has_data;
}

bool is_captions(std::string_view bytes) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    constexpr std::string_view kName = "WEBVTT";
    if (bytes.starts_with(kMark)) {
        bytes.remove_prefix(kMark.size());
    }
    if (!bytes.starts_with(kName)) {
        return false;
    }
    bytes.remove_prefix(kName.size());
    return bytes.find_first_of(" \t\r\n") == 0 && bytes.find("-->") != std::string_view::npos;
}

}  // namespace ventanilla::site

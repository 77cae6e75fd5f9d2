#include "server/files/content_type.h"

#include <magic.h>

#include <algorithm>
#include <array>
#include <memory>

namespace ventanilla::files {
namespace {

constexpr const char* kUnknown = "application/octet-stream";

constexpr std::array<std::string_view, 7> kHarmless = {
    "application/pdf", "image/gif",  "image/jpeg", "image/png",
    "image/webp",      "text/plain", "video/mp4"};

struct Close {
    void operator()(magic_set* cookie) const { magic_close(cookie); }
};

}  // namespace

std::string content_type(std::string_view head) {
    // Without what unpacks, or follows offsets of the file's own: the bytes are a stranger's.
    constexpr int kFlags = MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR |
                           MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_CDF | MAGIC_NO_CHECK_TOKENS;
    const std::unique_ptr<magic_set, Close> cookie(magic_open(kFlags));
    if (cookie == nullptr || magic_load(cookie.get(), nullptr) != 0) {
        return kUnknown;
    }
    const char* type = magic_buffer(cookie.get(), head.data(), head.size());
    return type == nullptr ? kUnknown : type;
}

std::string harmless_type(std::string_view type) {
    return std::ranges::find(kHarmless, type) == kHarmless.end() ? kUnknown : std::string(type);
}

}  // namespace ventanilla::files

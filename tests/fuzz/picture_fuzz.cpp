// A picture's head, read as every kind: a size within its limits, none, or no such picture.

#include <cstdint>
#include <string_view>

#include "core/article/document.h"
#include "core/site/picture_size.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const char* path : {"a.svg", "a.png", "a.jpg", "a.webp", "a.avif", "a.gif"}) {
        if (const auto read = site::read_picture_size(site::picture_kind(path), bytes)) {
            REQUIRE((read->width == 0) == (read->height == 0));
            REQUIRE(read->width >= 0 && read->width <= article::kMaxPictureSide);
            REQUIRE(read->height >= 0 && read->height <= article::kMaxPictureSide);
        }
    }
    return 0;
}

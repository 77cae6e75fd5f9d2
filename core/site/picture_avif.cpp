#include <algorithm>
#include <utility>

#include "core/site/picture_heads.h"

namespace ventanilla::site {
namespace {

struct PictureBox {
    std::string_view type;
    std::string_view content;
};

// The box at the front of `bytes`, which is taken from them; nothing at their end or if it is not whole.
std::optional<PictureBox> take_box(std::string_view& bytes) {
    constexpr std::uint32_t kToTheEnd = 0;
    constexpr std::uint32_t kLong = 1;  // its size stands behind its type, in 8 bytes
    std::size_t head = 8;
    std::size_t size = big_endian(bytes, 0, 4);
    if (size == kToTheEnd) {
        size = bytes.size();
    } else if (size == kLong) {
        head = 16;
        size = big_endian(bytes, 8, 4) == 0 ? big_endian(bytes, 12, 4) : 0;
    }
    if (size < head || size > bytes.size()) {
        return std::nullopt;
    }
    const PictureBox box{bytes.substr(4, 4), bytes.substr(head, size - head)};
    bytes.remove_prefix(size);
    return box;
}

// The content of the first box of a type; empty if there is none.
std::string_view find_box(std::string_view bytes, std::string_view type) {
    while (const auto box = take_box(bytes)) {
        if (box->type == type) {
            return box->content;
        }
    }
    return {};
}

// The property at an index, which begins at 1.
std::optional<PictureBox> property_at(std::string_view properties, std::uint32_t index) {
    std::optional<PictureBox> box;
    for (std::uint32_t i = 0; i < index; ++i) {
        box = take_box(properties);
        if (!box) {
            break;
        }
    }
    return box;
}

// Calls visit(index) with each property of an item, which stands there once.
template <typename Visit>
void for_each_property(std::string_view associations, std::uint32_t wanted, Visit&& visit) {
    const bool long_ids = big_endian(associations, 0, 1) > 0;
    const bool long_indices = (big_endian(associations, 3, 1) & 1U) != 0;
    const std::size_t id_size = long_ids ? 4 : 2;
    const std::size_t index_size = long_indices ? 2 : 1;
    const std::uint32_t without_mark = long_indices ? 0x7FFF : 0x7F;
    const std::uint32_t items = big_endian(associations, 4, 4);
    std::string_view rest = rest_from(associations, 8);
    for (std::uint32_t item = 0; item < items && !rest.empty(); ++item) {
        const std::uint32_t id = big_endian(rest, 0, id_size);
        const std::uint32_t count = big_endian(rest, id_size, 1);
        rest = rest_from(rest, id_size + 1);
        if (id == wanted) {
            for (std::uint32_t i = 0; i < count; ++i) {
                visit(big_endian(rest, i * index_size, index_size) & without_mark);
            }
            return;
        }
        rest = rest_from(rest, count * index_size);
    }
}

bool is_avif(std::string_view bytes) {
    constexpr std::size_t kBrand = 4;
    const auto first = take_box(bytes);
    if (!first || first->type != "ftyp") {
        return false;
    }
    for (std::size_t at = 0; at < first->content.size(); at += kBrand) {
        if (has_at(first->content, at, "avif") || has_at(first->content, at, "avis")) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<PictureSize> avif_size(std::string_view bytes) {
    constexpr std::size_t kVersion = 4;  // version and flags
    if (!is_avif(bytes)) {
        return std::nullopt;
    }
    const std::string_view meta = rest_from(find_box(bytes, "meta"), kVersion);
    const std::string_view primary = find_box(meta, "pitm");
    const std::uint32_t item = big_endian(primary, kVersion, primary.starts_with('\0') ? 2 : 4);
    const std::string_view iprp = find_box(meta, "iprp");
    const std::string_view properties = find_box(iprp, "ipco");
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool turned = false;
    for_each_property(find_box(iprp, "ipma"), item, [&](std::uint32_t index) {
        const auto property = property_at(properties, index);
        if (property && property->type == "ispe") {
            width = big_endian(property->content, kVersion, 4);
            height = big_endian(property->content, kVersion + 4, 4);
        } else if (property && property->type == "irot") {
            turned = (big_endian(property->content, 0, 1) & 1U) != 0;
        }
    });
    if (turned) {
        std::swap(width, height);
    }
    // Its parts may be tied together in ways that are not read here: that makes it no worse a picture.
    return checked_size(width, height).value_or(PictureSize{});
}

}  // namespace ventanilla::site

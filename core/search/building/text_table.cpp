#include "core/search/building/text_table.h"

#include <functional>
#include <utility>

namespace ventanilla::search {

namespace {

std::uint32_t hash_of(std::string_view text) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
}

}  // namespace

std::uint32_t TextTable::number(std::string_view text) {
    const std::uint32_t hash = hash_of(text);
    Slot& slot = slots_[place(text, hash)];
    if (slot.number != 0) {
        return slot.number - 1;
    }
    bytes_ += text;
    begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    const auto count = static_cast<std::uint32_t>(size());
    slot = {hash, count};
    if (size() * 2 > slots_.size()) {
        grow();
    }
    return count - 1;
}

std::uint32_t TextTable::find(std::string_view text) const {
    const Slot& slot = slots_[place(text, hash_of(text))];
    return slot.number != 0 ? slot.number - 1 : static_cast<std::uint32_t>(size());
}

std::size_t TextTable::place(std::string_view text, std::uint32_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != 0 &&
           (slots_[at].hash != hash || this->text(slots_[at].number - 1) != text)) {
        at = (at + 1) & (slots_.size() - 1);
    }
    return at;
}

void TextTable::grow() {
    const std::vector<Slot> slots = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : slots) {
        if (slot.number != 0) {
            std::size_t at = slot.hash & (slots_.size() - 1);
            while (slots_[at].number != 0) {
                at = (at + 1) & (slots_.size() - 1);
            }
            slots_[at] = slot;
        }
    }
}

}  // namespace ventanilla::search

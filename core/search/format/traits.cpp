#include "core/search/format/traits.h"

#include <utility>

#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

// A text that is shown: not empty, on one line. Nothing if it does not follow `last`.
std::optional<std::string_view> next_text(ByteReader& reader, std::string_view last) {
    const std::string_view text = reader.string();
    const bool sound = !reader.failed() && text > last && text::is_valid_utf8(text) &&
                       text.find('\n') == std::string_view::npos;
    return sound ? std::optional(text) : std::nullopt;
}

void write_lists(const std::map<std::string, std::vector<EntryId>>& lists, std::string& bytes) {
    append_varint(bytes, static_cast<std::uint32_t>(lists.size()));
    for (const auto& [text, entries] : lists) {
        append_string(bytes, text);
    }
    for (const auto& [text, entries] : lists) {
        EntryList::write(entries, bytes);
    }
}

// Texts, ascending, and for each a list that is not empty.
bool read_lists(ByteReader& reader, std::size_t entries, std::vector<NamedEntries>& items) {
    const std::uint32_t count = reader.varint();
    if (reader.failed() || count > reader.left()) {
        return false;
    }
    std::vector<std::string_view> texts;
    texts.reserve(count);
    std::string_view last;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto text = next_text(reader, last);
        if (!text) {
            return false;
        }
        last = *text;
        texts.push_back(last);
    }
    items.reserve(count);
    for (const std::string_view text : texts) {
        auto list = EntryList::open(reader, entries, 1);
        if (!list) {
            return false;
        }
        items.push_back({text, *list});
    }
    return true;
}

}  // namespace

std::optional<Traits> Traits::open(std::string_view bytes, std::size_t entries) {
    Traits traits;
    if (bytes.empty()) {
        return traits;
    }
    ByteReader reader(bytes);
    const bool sound = traits.read_facets(reader, entries) && traits.read_pins(reader, entries) &&
                       traits.read_priors(reader, entries) && traits.read_alike(reader, entries) &&
                       reader.finished();
    return sound ? std::optional(std::move(traits)) : std::nullopt;
}

std::string Traits::write(const TraitTables& tables) {
    const bool all_alike = std::all_of(tables.priors.begin(), tables.priors.end(),
                                       [&](auto prior) { return prior == tables.priors.front(); });
    if (tables.facets.empty() && tables.pins.empty() && all_alike && tables.alike.empty()) {
        return {};
    }
    std::string bytes;
    append_varint(bytes, static_cast<std::uint32_t>(tables.facets.size()));
    for (const auto& [name, values] : tables.facets) {
        append_string(bytes, name);
        write_lists(values, bytes);
    }
    write_lists(tables.pins, bytes);
    std::string pairs;
    for (std::size_t entry = 0; entry < tables.priors.size() && !all_alike; ++entry) {
        if (entry % 2 == 0) {
            pairs.push_back(static_cast<char>(tables.priors[entry]));
        } else {
            pairs.back() = static_cast<char>(pairs.back() | tables.priors[entry] << 4U);
        }
    }
    append_string(bytes, pairs);
    append_varint(bytes, static_cast<std::uint32_t>(tables.alike.size()));
    for (const std::vector<EntryId>& entries : tables.alike) {
        EntryList::write(entries, bytes);
    }
    return bytes;
}

const NamedEntries* Traits::find_pin(std::string_view words) const {
    const auto at = std::lower_bound(
        pins_.begin(), pins_.end(), words,
        [](const NamedEntries& pin, std::string_view value) { return pin.text < value; });
    return at != pins_.end() && at->text == words ? &*at : nullptr;
}

bool Traits::read_facets(ByteReader& reader, std::size_t entries) {
    const std::uint32_t count = reader.varint();
    if (reader.failed() || count > kMaxFacets) {
        return false;
    }
    std::string_view last;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto name = next_text(reader, last);
        if (!name) {
            return false;
        }
        last = *name;
        FacetIndex& facet = facets_.emplace_back();
        facet.name = last;
        if (!read_lists(reader, entries, facet.values) || facet.values.empty()) {
            return false;
        }
    }
    return true;
}

bool Traits::read_pins(ByteReader& reader, std::size_t entries) {
    return read_lists(reader, entries, pins_);
}

bool Traits::read_priors(ByteReader& reader, std::size_t entries) {
    priors_ = reader.string();
    if (reader.failed() || (!priors_.empty() && priors_.size() != (entries + 1) / 2)) {
        return false;
    }
    const bool is_odd = entries % 2 == 1 && !priors_.empty();
    return !is_odd || static_cast<unsigned char>(priors_.back()) <= kMaxPrior;
}

bool Traits::read_alike(ByteReader& reader, std::size_t entries) {
    const std::uint32_t count = reader.varint();
    if (reader.failed() || count > reader.left()) {
        return false;
    }
    alike_.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto list = EntryList::open(reader, entries, 2);
        if (!list) {
            return false;
        }
        alike_.push_back(*list);
    }
    return true;
}

}  // namespace ventanilla::search

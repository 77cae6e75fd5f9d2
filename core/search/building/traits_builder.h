// core/search/building/traits_builder.h
//
// Collects what an index's root says about entries beyond their words (traits.h), while the index is built.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/building/builder.h"
#include "core/search/building/likeness.h"
#include "core/search/format/traits.h"
#include "core/search/terms/word_sets.h"

namespace ventanilla::search {

class TraitsBuilder {
public:
    explicit TraitsBuilder(std::string_view language) : sets_(language) {}

    // `id` as the index has it.
    void add(const std::string& id, const Entry& entry);

    // Entries are numbered in the order of their ids.
    [[nodiscard]] TraitTables finish() &&;

private:
    struct Facts {
        std::string id;
        std::string title;  // as a word set
        std::vector<Facet> facets;
        std::vector<std::string> pins;  // word sets
        std::int32_t day = 0;           // of the last update, 0 for none
        Votes votes;
        Sketch sketch;
    };

    void add_facets(EntryId entry, TraitTables& tables);
    [[nodiscard]] std::vector<std::uint8_t> priors() const;
    [[nodiscard]] std::vector<std::vector<EntryId>> alike() const;

    WordSets sets_;
    std::vector<Facts> facts_;
    // Facet and folded value -> the value as the first entry writes it, so that capitals part nothing.
    std::map<std::string, std::string> spellings_;
};

}  // namespace ventanilla::search

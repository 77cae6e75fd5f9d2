// core/search/index_data.h
//
// What an Index holds: its bytes, and views into them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/search/dictionary.h"
#include "core/search/entries.h"
#include "core/search/index.h"
#include "core/search/postings.h"
#include "core/search/shard.h"

namespace ventanilla::search {

struct Index::Data {
    std::vector<std::string> shards;  // bytes as they came; empty where not held
    ShardHeader header;
    std::string_view language;
    Dictionary dictionary;
    Entries entries;
    Postings postings;
    std::vector<Texts> texts;  // by shard; that of shard 0 is empty

    // The entry's text; nothing while its shard is not there.
    [[nodiscard]] std::optional<std::string_view> text_of(EntryId entry) const;
};

}  // namespace ventanilla::search

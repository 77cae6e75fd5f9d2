#include "core/search/asking/shelf.h"

namespace ventanilla::search {

bool Shelf::ask(ShardId shard) {
    const bool is_there = index_->parts[shard] != nullptr;
    add_once(asked_, shard);
    if (!is_there) {
        add_once(lacking_, shard);
    }
    return is_there;
}

const Part* Shelf::ask_part(ShardId shard) {
    return ask(shard) ? index_->part(shard) : nullptr;
}

std::optional<TermRef> Shelf::ask_for(std::string_view word) {
    const ShardId shard = index_->shard_of_word(word);
    const Part* part = ask_part(shard);
    const auto term = part != nullptr ? part->dictionary.find(word) : std::nullopt;
    return term ? std::optional(TermRef{shard, *term}) : std::nullopt;
}

}  // namespace ventanilla::search

#include "core/search/asking/hit_maker.h"

#include <algorithm>

namespace ventanilla::search {
namespace {

// What a piece shows of a query: each of its words, and a little more for saying one again.
std::uint64_t worth_of(const std::vector<Mark>& marks, const std::vector<std::uint32_t>& rarity) {
    std::uint64_t worth = 0;
    std::vector<bool> seen(rarity.size());
    for (const Mark& mark : marks) {
        worth += seen[mark.slot] ? rarity[mark.slot] : std::uint64_t{rarity[mark.slot]} * 16;
        seen[mark.slot] = true;
    }
    return worth;
}

// Whether the sentence goes on after the piece.
bool is_cut(std::string_view piece) {
    constexpr std::string_view kEnds = ".?!:;";
    return !piece.empty() && kEnds.find(piece.back()) == std::string_view::npos;
}

}  // namespace

HitMaker::HitMaker(const Index::Data& index, const ResolvedQuery& query,
                   const std::vector<std::uint32_t>& rarity)
    : index_(index), rarity_(rarity), marker_(query) {
    for (const Slot& slot : query.slots) {
        for (const Match& match : slot.matches) {
            for (const TermRef& term : match.terms) {
                add_once(shards_, term.shard);
            }
        }
    }
}

std::vector<Record> HitMaker::records_of(EntryId entry) const {
    std::vector<Record> records;
    for (const ShardId shard : shards_) {
        if (auto record = index_.part(shard)->records.find(entry)) {
            records.push_back(std::move(*record));
        }
    }
    if (!records.empty()) {
        return records;
    }
    // A whole record says what those beside the words would have said.
    if (const Part* part = index_.part(index_.shard_of_record(entry))) {
        if (auto record = part->records.find(entry)) {
            records.push_back(std::move(*record));
        }
    }
    return records;
}

Hit HitMaker::make(const ScoredEntry& scored, bool with_texts) const {
    Hit hit;
    hit.entry = scored.entry;
    hit.score = scored.score;
    const std::vector<Record> records =
        with_texts ? records_of(scored.entry) : std::vector<Record>();
    if (records.empty()) {
        return hit;
    }
    const Record& first = records.front();
    hit.id = first.id;
    hit.url = first.url;
    hit.title = make_runs(first.title, 0, first.title.size(), marker_.find(first.title));
    std::vector<Mark> best_marks;
    std::string_view best;
    std::uint64_t best_worth = 0;
    for (const Record& record : records) {
        for (const Piece& piece : record.pieces) {
            std::vector<Mark> marks = marker_.find(piece.text);
            const std::uint64_t worth = worth_of(marks, rarity_);
            if (best.empty() || worth > best_worth) {
                best = piece.text;
                best_marks = std::move(marks);
                best_worth = worth;
                hit.section = piece.heading;
                hit.anchor = piece.anchor;
            }
        }
    }
    hit.excerpt = make_runs(best, 0, best.size(), best_marks);
    if (is_cut(best)) {
        hit.excerpt.push_back({" …", false});
    }
    return hit;
}

}  // namespace ventanilla::search

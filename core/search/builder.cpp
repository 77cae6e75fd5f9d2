#include "core/search/builder.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/search/bytes.h"
#include "core/search/dictionary.h"
#include "core/search/postings.h"
#include "core/search/ranking.h"
#include "core/search/shard.h"
#include "core/search/words.h"
#include "core/text/stem.h"
#include "core/text/tokenize.h"
#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

using WordId = std::uint32_t;

// A text shard is closed when it has this many bytes: an excerpt costs one download, of a few KB
// compressed.
constexpr std::size_t kTextShardBytes = 16 * 1024;

// Valid UTF-8 on one line a paragraph: runs of blanks become one, control characters go.
std::string tidy(std::string_view text) {
    std::string tidied;
    tidied.reserve(text.size());
    char blank = 0;  // what waits between the words: a line break wins over a space
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::decode(text, at);
        if (c == U'\n' || c == U'\r') {
            blank = '\n';
        } else if (c <= 0x20 || c == 0x7F || c == 0xA0) {
            blank = blank == 0 ? ' ' : blank;
        } else {
            if (blank != 0 && !tidied.empty()) {
                tidied.push_back(blank);
            }
            blank = 0;
            text::append(tidied, c);
        }
    }
    return tidied;
}

// Summary, then body: what excerpts are cut from.
std::string excerpt_source(std::string_view summary, std::string_view body) {
    std::string source = tidy(body);
    const std::string start = tidy(summary);
    if (start.empty() || source.starts_with(start)) {
        return source;
    }
    return source.empty() ? start : start + '\n' + source;
}

}  // namespace

struct IndexBuilder::State {
    struct Word {
        std::string key;
        std::map<std::string, std::uint32_t> spellings;  // with accents, and how often
    };
    struct Use {
        WordId word;
        Field field;
        std::uint32_t count;
    };
    struct Added {
        std::string id;
        std::string url;
        std::string title;
        std::string text;
        std::vector<Use> uses;
        std::array<std::uint32_t, kFields> lengths{};
    };

    std::string language;
    std::vector<Word> words;
    std::unordered_map<std::string, WordId> word_ids;
    std::unordered_set<std::string> ids;
    std::vector<Added> entries;

    void add_field(Added& entry, Field field, std::string_view text);
    [[nodiscard]] std::vector<std::uint32_t> terms_of_words() const;
    [[nodiscard]] std::vector<std::vector<Posting>>
    make_lists(const std::vector<std::uint32_t>& terms) const;
    void write_dictionary_and_postings(std::string& body) const;
    std::vector<std::string> write_texts(std::string& body) const;
};

void IndexBuilder::State::add_field(Added& entry, Field field, std::string_view text) {
    std::unordered_map<WordId, std::uint32_t> counts;
    for (const text::Token& token : text::tokenize(text)) {
        const std::string key = word_key(token.word);
        if (key.empty() || key.size() > Dictionary::kMaxWord) {
            continue;
        }
        ++entry.lengths[static_cast<std::size_t>(field)];
        if (field == Field::kBody && is_stop_word(key, language)) {
            continue;
        }
        const auto [at, is_new] = word_ids.try_emplace(key, static_cast<WordId>(words.size()));
        if (is_new) {
            words.push_back({key, {}});
        }
        ++words[at->second].spellings[word_spelling(token.word)];
        ++counts[at->second];
    }
    for (const auto& [word, count] : counts) {
        entry.uses.push_back({word, field, std::min<std::uint32_t>(count, 0xFFFF)});
    }
}

// The term of each word: words whose most frequent spellings have the same stem share one.
std::vector<std::uint32_t> IndexBuilder::State::terms_of_words() const {
    text::Stemmer stemmer(language);
    std::unordered_map<std::string, std::uint32_t> stems;
    std::vector<std::uint32_t> terms;
    terms.reserve(words.size());
    for (const Word& word : words) {
        const auto usual = std::max_element(
            word.spellings.begin(), word.spellings.end(),
            [](const auto& one, const auto& other) { return one.second < other.second; });
        const std::string stem = word_key(stemmer.stem(usual->first));
        terms.push_back(
            stems.try_emplace(stem, static_cast<std::uint32_t>(stems.size())).first->second);
    }
    return terms;
}

// The postings of each term, ascending by entry.
std::vector<std::vector<Posting>>
IndexBuilder::State::make_lists(const std::vector<std::uint32_t>& terms) const {
    std::array<std::uint64_t, kFields> total{};
    for (const Added& entry : entries) {
        for (std::size_t field = 0; field < kFields; ++field) {
            total[field] += entry.lengths[field];
        }
    }
    std::vector<std::vector<Posting>> lists;
    for (EntryId id = 0; id < entries.size(); ++id) {
        const Added& entry = entries[id];
        std::map<std::uint32_t, std::array<FieldUse, kFields>> uses;
        for (const Use& use : entry.uses) {
            uses[terms[use.word]][static_cast<std::size_t>(use.field)].count += use.count;
        }
        for (auto& [term, fields] : uses) {
            for (std::size_t field = 0; field < kFields; ++field) {
                fields[field].length = entry.lengths[field];
                fields[field].average =
                    static_cast<std::uint32_t>(total[field] * 16 / entries.size());
            }
            lists.resize(std::max<std::size_t>(lists.size(), term + std::size_t{1}));
            lists[term].push_back({id, impact_of(fields)});
        }
    }
    return lists;
}

void IndexBuilder::State::write_dictionary_and_postings(std::string& body) const {
    const std::vector<std::uint32_t> terms = terms_of_words();
    std::vector<std::pair<std::string, TermId>> sorted;
    sorted.reserve(words.size());
    for (WordId word = 0; word < words.size(); ++word) {
        sorted.emplace_back(words[word].key, terms[word]);
    }
    std::sort(sorted.begin(), sorted.end());
    const std::vector<TermId> order = Dictionary::write(sorted, body);
    std::vector<std::vector<Posting>> lists = make_lists(terms);
    std::vector<std::vector<Posting>> ordered;
    ordered.reserve(order.size());
    for (const TermId term : order) {
        ordered.push_back(std::move(lists[term]));
    }
    Postings::write(ordered, body);
}

// Writes into `body` how many entries each text shard holds; returns the shards' bodies.
std::vector<std::string> IndexBuilder::State::write_texts(std::string& body) const {
    std::vector<std::string> shards;
    std::string counts;
    std::uint32_t count = 0;
    std::string texts;
    const auto close = [&] {
        shards.push_back(std::exchange(texts, {}));
        append_varint(counts, std::exchange(count, 0));
    };
    for (const Added& entry : entries) {
        append_string(texts, entry.text);
        ++count;
        if (texts.size() >= kTextShardBytes) {
            close();
        }
    }
    if (count > 0) {
        close();
    }
    append_varint(body, static_cast<std::uint32_t>(shards.size()));
    body += counts;
    return shards;
}

IndexBuilder::IndexBuilder(std::string language) : state_(std::make_unique<State>()) {
    state_->language = std::move(language);
}
IndexBuilder::~IndexBuilder() = default;

bool IndexBuilder::add(Entry entry) {
    entry.id = tidy(entry.id);
    if (!state_->ids.insert(entry.id).second) {
        return false;
    }
    State::Added added;
    added.id = std::move(entry.id);
    added.url = tidy(entry.url);
    added.title = tidy(entry.title);
    added.text = excerpt_source(entry.summary, entry.body);
    std::string headings;
    for (const std::string& heading : entry.headings) {
        headings += heading;
        headings += '\n';
    }
    std::string tags;
    for (const std::string& tag : entry.tags) {
        tags += tag;
        tags += '\n';
    }
    state_->add_field(added, Field::kTitle, entry.title);
    state_->add_field(added, Field::kHeadings, headings);
    state_->add_field(added, Field::kTags, tags);
    state_->add_field(added, Field::kSummary, entry.summary);
    state_->add_field(added, Field::kBody, entry.body);
    state_->entries.push_back(std::move(added));
    return true;
}

std::vector<std::string> IndexBuilder::finish() && {
    std::string body;
    append_string(body, state_->language);
    const std::vector<std::string> texts = state_->write_texts(body);
    std::string strings;
    for (const State::Added& entry : state_->entries) {
        append_string(strings, entry.id);
        append_string(strings, entry.url);
        append_string(strings, entry.title);
    }
    append_string(body, strings);
    state_->write_dictionary_and_postings(body);

    ShardHeader header{checksum(body, kShardVersion), 0};
    for (const std::string& text : texts) {
        header.index_id = checksum(text, header.index_id);
    }
    std::vector<std::string> shards = {make_shard(header, body)};
    for (const std::string& text : texts) {
        ++header.shard;
        shards.push_back(make_shard(header, text));
    }
    return shards;
}

}  // namespace ventanilla::search

#include "core/search/building/collection.h"

#include <algorithm>
#include <utility>

namespace ventanilla::search {
namespace {

// Entries of a slice: enough that few of its words are new to it, so few that its vocabulary stays in a core's cache.
constexpr std::size_t kSlice = 512;

void renumber(AnalysedEntry& entry, const std::vector<WordId>& numbers) {
    for (WordUse& use : entry.uses) {
        use.word = numbers[use.word];
    }
    for (WordPlace& place : entry.places) {
        place.word = numbers[place.word];
    }
    for (WordId& word : entry.title_words) {
        word = numbers[word];
    }
    for (std::vector<WordId>& heading : entry.headings) {
        for (WordId& word : heading) {
            word = numbers[word];
        }
    }
}

}  // namespace

Collection collect(std::vector<Entry> entries, const std::string& language,
                   const base::ForEach& for_each) {
    Collection all{std::vector<AnalysedEntry>(entries.size()), Vocabulary(language)};
    const std::size_t slices = (entries.size() + kSlice - 1) / kSlice;
    std::vector<Analyser> analysers(slices, Analyser(language));
    for_each(slices, [&](std::size_t slice) {
        const std::size_t last = std::min((slice + 1) * kSlice, entries.size());
        for (std::size_t i = slice * kSlice; i < last; ++i) {
            // Its texts are not needed any more, and together they are large.
            const Entry entry = std::move(entries[i]);
            all.entries[i] = analysers[slice].analyse(entry);
        }
    });
    std::vector<std::vector<WordId>> numbers;
    for (const Analyser& analyser : analysers) {
        numbers.push_back(all.vocabulary.take(analyser.vocabulary()));
    }
    for_each(entries.size(),
             [&](std::size_t entry) { renumber(all.entries[entry], numbers[entry / kSlice]); });
    return all;
}

}  // namespace ventanilla::search

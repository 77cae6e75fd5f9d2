#include "core/search/asking/cutting.h"

#include "core/search/terms/numbers.h"
#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

constexpr std::size_t kLeastPart = 3;  // letters

std::vector<std::string_view> cut_at(std::string_view key,
                                     const std::vector<std::size_t>& borders) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (const std::size_t border : borders) {
        parts.push_back(key.substr(begin, border - begin));
        begin = border;
    }
    parts.push_back(key.substr(begin));
    return parts;
}

bool is_known(std::string_view key, const Part& covering, const Directory& directory) {
    const auto& ranges = directory.ranges();
    return covering.dictionary.find(key) ||
           (!ranges.empty() && ranges[directory.covering(key)].frequent == key);
}

}  // namespace

std::vector<std::vector<std::string_view>> ways_to_cut(std::string_view key, const Part& covering,
                                                       const Directory& directory) {
    if (const std::vector<std::size_t> borders = digit_borders(key); !borders.empty()) {
        return {cut_at(key, borders)};
    }
    std::vector<std::size_t> ends;  // of each letter
    for (std::size_t at = 0; at < key.size();) {
        text::decode(key, at);
        ends.push_back(at);
    }
    std::vector<std::vector<std::string_view>> ways;
    for (std::size_t letters = ends.size(); letters-- > kLeastPart;) {
        const std::size_t end = ends[letters - 1];
        if (letters + kLeastPart <= ends.size() &&
            is_known(key.substr(0, end), covering, directory)) {
            ways.push_back(cut_at(key, {end}));
        }
    }
    return ways;
}

}  // namespace ventanilla::search

#include "tools/learn_ranking/weights.h"

#include "core/search/terms/ranking.h"

namespace ventanilla::learn {

const std::vector<Weight>& weights() {
    static const std::vector<Weight> all = [] {
        search::Weights& w = search::kWeights;
        std::vector<Weight> list = {
            {"title_share", &w.title_share, 64, false},
            {"title_whole", &w.title_whole, 1024, false},
            {"heading_share", &w.heading_share, 64, false},
            {"headings_whole", &w.headings_whole, 1024, false},
            {"beside", &w.beside, 64, false},
            {"coverage_floor", &w.coverage_floor, 256, false},
            {"completed", &w.completed, 256, false},
            {"completed_only", &w.completed_only, 256, false},
            {"one_edit", &w.one_edit, 256, false},
            {"two_edits", &w.two_edits, 256, false},
            {"saturation", &w.saturation, 256, true},
            {"stop_word", &w.stop_word, 256, true},
        };
        const char* const names[] = {"title", "headings", "tags", "summary",
                                     "body",  "address",  "links"};
        for (std::size_t field = 0; field < search::kFields; ++field) {
            const std::string name = names[field];
            list.push_back({name + ".boost", &w.fields[field].boost, 256, true});
            list.push_back({name + ".length", &w.fields[field].length, 16, true});
        }
        return list;
    }();
    return all;
}

}  // namespace ventanilla::learn

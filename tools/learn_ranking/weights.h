// tools/learn_ranking/weights.h
//
// The weights of core/search/terms/ranking.h by name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ventanilla::learn {

struct Weight {
    std::string name;
    std::uint32_t* value;
    std::uint32_t most;
    bool shapes_index;  // a change needs the index built anew
};

const std::vector<Weight>& weights();

}  // namespace ventanilla::learn

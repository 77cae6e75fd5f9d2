// tools/learn_ranking/main.cpp
//
// Chooses the weights of the search by coordinate ascent, or measures those that there are. See README.md.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "tools/learn_ranking/collection.h"
#include "tools/learn_ranking/weights.h"

namespace ventanilla::learn {
namespace {

// A step of a weight, of 256 of it; the second pass and those after it look nearer by.
constexpr std::uint32_t kSteps[] = {77, 38, 19};
// What a step must bring: less is chance.
constexpr double kLeast = 0.00005;

class Learner {
public:
    Learner(std::vector<Collection> collections, std::optional<Half> half)
        : collections_(std::move(collections)), half_(half) {}

    // The mean of the collections' mean reciprocal ranks.
    double value(bool build) {
        std::vector<double> values(collections_.size());
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < collections_.size(); ++i) {
            threads.emplace_back([&, i] {
                if (build) {
                    collections_[i].build();
                }
                values[i] = collections_[i].measure(half_).at("mean").reciprocal_rank;
            });
        }
        double sum = 0;
        for (std::size_t i = 0; i < threads.size(); ++i) {
            threads[i].join();
            sum += values[i];
        }
        return sum / static_cast<double>(values.size());
    }

    void learn() {
        double best = value(true);
        std::printf("%.5f to begin with\n", best);
        for (const std::uint32_t step : kSteps) {
            for (const Weight& weight : weights()) {
                best = move(weight, step, best);
            }
        }
        value(true);
    }

    void print(std::optional<Half> half) const {
        for (const Collection& collection : collections_) {
            std::printf("%s, %s\n%-10s %7s %7s %7s %7s %7s\n", collection.language().c_str(),
                        half ? *half == Half::kA ? "half A" : "half B" : "all", "", "queries",
                        "MRR@10", "first", "of ten", "none");
            for (const auto& [kind, figures] : collection.measure(half)) {
                std::printf("%-10s %7zu %7.4f %7.4f %7.4f %7.4f\n", kind.c_str(), figures.queries,
                            figures.reciprocal_rank, figures.first, figures.found, figures.empty);
            }
        }
    }

private:
    // Moves the weight as long as that helps; returns what is reached.
    double move(const Weight& weight, std::uint32_t step, double best) {
        for (const bool up : {true, false}) {
            bool moved = false;
            while (true) {
                const std::uint32_t before = *weight.value;
                const std::uint32_t by = std::max(before * step / 256, 1U);
                *weight.value =
                    up ? std::min(before + by, weight.most) : before - std::min(before, by);
                if (*weight.value == before) {
                    break;
                }
                const double reached = value(weight.shapes_index);
                if (reached < best + kLeast) {
                    *weight.value = before;
                    if (weight.shapes_index) {
                        stale_ = true;
                    }
                    break;
                }
                best = reached;
                moved = true;
                std::printf("%.5f %s %u\n", best, weight.name.c_str(), *weight.value);
                std::fflush(stdout);
            }
            if (std::exchange(stale_, false)) {
                for (Collection& collection : collections_) {
                    collection.build();
                }
            }
            if (moved) {
                break;
            }
        }
        return best;
    }

    std::vector<Collection> collections_;
    std::optional<Half> half_;
    bool stale_ = false;  // the indexes were built with a weight that was taken back
};

int run(const std::vector<std::string_view>& arguments) {
    const auto usage = [] {
        std::fputs("usage: learn_ranking measure|all|A|B CORPUS QUERIES [CORPUS QUERIES ...]\n",
                   stderr);
        return 2;
    };
    if (arguments.size() < 3 || arguments.size() % 2 == 0) {
        return usage();
    }
    const std::string_view what = arguments[0];
    if (what != "measure" && what != "all" && what != "A" && what != "B") {
        return usage();
    }
    std::vector<Collection> collections;
    for (std::size_t i = 1; i + 1 < arguments.size(); i += 2) {
        auto collection = Collection::load(arguments[i], arguments[i + 1]);
        if (!collection) {
            return 1;
        }
        collections.push_back(std::move(*collection));
    }
    Learner learner(std::move(collections), what == "A"   ? std::optional(Half::kA)
                                            : what == "B" ? std::optional(Half::kB)
                                                          : std::nullopt);
    if (what == "measure") {
        learner.value(true);
    } else {
        learner.learn();
        for (const Weight& weight : weights()) {
            std::printf("%s = %u\n", weight.name.c_str(), *weight.value);
        }
    }
    for (const auto half :
         {std::optional<Half>(), std::optional(Half::kA), std::optional(Half::kB)}) {
        learner.print(half);
    }
    return 0;
}

}  // namespace
}  // namespace ventanilla::learn

int main(int count, char** values) {
    return ventanilla::learn::run({values + 1, values + count});
}

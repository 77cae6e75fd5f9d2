#include "core/guide/graph.h"

namespace ventanilla::guide {
namespace {

std::size_t index(int number) {
    return static_cast<std::size_t>(number);
}

}  // namespace

Graph::Graph(const Guide& guide) : guide_(guide), next_(guide.steps.size()) {
    for (std::size_t i = 0; i < guide.steps.size(); ++i) {
        numbers_.emplace(guide.steps[i].id, static_cast<int>(i));
    }
    for (std::size_t i = 0; i < guide.steps.size(); ++i) {
        for (const Choice& choice : guide.steps[i].choices) {
            next_[i].push_back(step(choice.next));
        }
    }
}

int Graph::step(std::string_view id) const {
    const auto found = numbers_.find(id);
    return found == numbers_.end() ? kUnreachable : found->second;
}

std::vector<bool> Graph::reached_from_start() const {
    std::vector<bool> reached(next_.size());
    std::vector<int> open{step(guide_.start)};
    while (!open.empty()) {
        const int number = open.back();
        open.pop_back();
        if (number == kUnreachable || reached[index(number)]) {
            continue;
        }
        reached[index(number)] = true;
        open.insert(open.end(), next_[index(number)].begin(), next_[index(number)].end());
    }
    return reached;
}

std::vector<int> Graph::distances_to_outcome(bool forgive_missing) const {
    std::vector<std::vector<int>> previous(next_.size());
    std::vector<int> distance(next_.size(), kUnreachable);
    std::vector<int> queue;
    for (std::size_t i = 0; i < next_.size(); ++i) {
        bool ends = guide_.steps[i].kind == StepKind::kOutcome;
        for (const int next : next_[i]) {
            if (next != kUnreachable) {
                previous[index(next)].push_back(static_cast<int>(i));
            } else {
                ends = ends || forgive_missing;
            }
        }
        if (ends) {
            distance[i] = 0;
            queue.push_back(static_cast<int>(i));
        }
    }
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const int number = queue[at];
        for (const int before : previous[index(number)]) {
            if (distance[index(before)] == kUnreachable) {
                distance[index(before)] = distance[index(number)] + 1;
                queue.push_back(before);
            }
        }
    }
    return distance;
}

}  // namespace ventanilla::guide

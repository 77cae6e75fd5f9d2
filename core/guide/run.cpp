#include "core/guide/run.h"

#include <algorithm>

#include "core/guide/graph.h"

namespace ventanilla::guide {
namespace {

// Follows a run's answers; stops at the first that is not offered.
struct Walk {
    const Step* step = nullptr;  // null only if the guide has no such start
    std::size_t taken = 0;

    Walk(const Guide& guide, const Run& run, std::vector<TranscriptLine>* lines = nullptr)
        : step(guide.find_step(guide.start)) {
        for (const std::string& answer : run.answers) {
            const Choice* choice = step != nullptr ? step->find_choice(answer) : nullptr;
            const Step* next = choice != nullptr ? guide.find_step(choice->next) : nullptr;
            if (next == nullptr) {
                return;
            }
            if (lines != nullptr) {
                lines->push_back({step->id, choice->id});
            }
            step = next;
            ++taken;
        }
    }
};

}  // namespace

const Step& current_step(const Guide& guide, const Run& run) {
    static const Step kNowhere{
        .id = {}, .kind = StepKind::kOutcome, .choices = {}, .result = {}, .values = {}};
    const Walk walk(guide, run);
    return walk.step != nullptr ? *walk.step : kNowhere;
}

std::optional<Run> answer(const Guide& guide, const Run& run, std::string_view choice) {
    if (run.answers.size() >= kMaxAnswers || !is_valid(guide, run) ||
        current_step(guide, run).find_choice(choice) == nullptr) {
        return std::nullopt;
    }
    Run next = run;
    next.answers.emplace_back(choice);
    return next;
}

Run back(const Run& run) {
    Run before = run;
    if (!before.answers.empty()) {
        before.answers.pop_back();
    }
    return before;
}

bool is_valid(const Guide& guide, const Run& run) {
    return run.answers.size() <= kMaxAnswers && Walk(guide, run).taken == run.answers.size();
}

int progress(const Guide& guide, const Run& run) {
    const Walk walk(guide, run);
    if (walk.step == nullptr || walk.step->kind == StepKind::kOutcome) {
        return 100;
    }
    const Graph graph(guide);
    const int left =
        graph.distances_to_outcome()[static_cast<std::size_t>(graph.step(walk.step->id))];
    const int given = static_cast<int>(std::min(walk.taken, kMaxAnswers));
    return given * 100 / (given + std::max(left, 1));
}

Transcript transcript(const Guide& guide, const Run& run) {
    Transcript transcript;
    transcript.guide = guide.id;
    transcript.version = guide.version;
    const Walk walk(guide, run, &transcript.lines);
    if (walk.step != nullptr && walk.step->kind == StepKind::kOutcome) {
        transcript.outcome = walk.step->id;
    }
    return transcript;
}

}  // namespace ventanilla::guide

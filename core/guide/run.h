// core/guide/run.h
//
// Walks through a guide: pure functions from a run and an event to the next run. A run is the
// answers given, and nothing else, so that it can stand in an address, survive a reload and be
// taken back.
//
//   Run run;
//   run = answer(guide, run, "red").value_or(run);
//   const Step& step = current_step(guide, run);
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/guide/guide.h"

namespace ventanilla::guide {

inline constexpr std::size_t kMaxAnswers = 500;

struct Run {
    std::vector<std::string> answers;  // choice ids, in order, from the guide's start

    friend bool operator==(const Run&, const Run&) = default;
};

// The step that the run has come to. Answers that the guide does not know end the walk where they
// stand. The reference lives as long as the guide; a guide without its start step gives an empty
// outcome.
const Step& current_step(const Guide& guide, const Run& run);

// The run with one more answer; nothing if the current step has no such choice or the run is too
// long.
std::optional<Run> answer(const Guide& guide, const Run& run, std::string_view choice);

// One step back; at the start it stays.
Run back(const Run& run);

// True if every answer is one that its step offers.
bool is_valid(const Guide& guide, const Run& run);

// 0..100: how far along, by the answers given and the fewest that can still come. Never runs
// backwards on the shortest way on.
int progress(const Guide& guide, const Run& run);

// What was asked and answered, as keys: each language renders it from its own texts.
struct TranscriptLine {
    std::string step;
    std::string choice;

    friend bool operator==(const TranscriptLine&, const TranscriptLine&) = default;
};
struct Transcript {
    std::string guide;
    int version = 1;
    std::vector<TranscriptLine> lines;
    std::string outcome;  // the outcome's step id; empty if the run has not come to one

    friend bool operator==(const Transcript&, const Transcript&) = default;
};
Transcript transcript(const Guide& guide, const Run& run);
base::Json to_json(const Transcript& transcript);
// Checks shape and sizes, not that the guide exists.
std::expected<Transcript, std::string> transcript_from_json(const base::Json& json);

}  // namespace ventanilla::guide

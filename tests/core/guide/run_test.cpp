#include "core/guide/run.h"

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/core/guide/example.h"

using namespace ventanilla::guide;

TEST_CASE("answers lead from step to step and can be taken back") {
    const Guide guide = example();
    Run run;
    CHECK(current_step(guide, run).id == "lights");
    run = answer(guide, run, "red").value();
    CHECK(current_step(guide, run).id == "restart");
    CHECK(!answer(guide, run, "green"));
    run = answer(guide, run, "same").value();
    CHECK(current_step(guide, run).id == "call-us");
    CHECK(!answer(guide, run, "same"));
    run = back(back(run));
    CHECK(run == Run());
    CHECK(back(run) == Run());
}

TEST_CASE("an address with answers that the guide does not know stands where the known ones end") {
    const Guide guide = example();
    const Run run{{"red", "nonsense", "works"}};
    CHECK(!is_valid(guide, run));
    CHECK(current_step(guide, run).id == "restart");
    CHECK(transcript(guide, run).lines == std::vector<TranscriptLine>{{"lights", "red"}});
    CHECK(!answer(guide, run, "works"));
}

TEST_CASE("a run ends at 500 answers") {
    const Guide guide = example();
    Run run;
    for (std::size_t i = 0; i < kMaxAnswers / 2; ++i) {
        run = answer(guide, run, "off").value();
        run = answer(guide, run, "done").value();
    }
    CHECK(is_valid(guide, run));
    CHECK(!answer(guide, run, "red"));
    run.answers.emplace_back("red");
    CHECK(!is_valid(guide, run));
}

TEST_CASE("progress grows with each answer on the shortest way, up to 100 at an outcome") {
    const Guide guide = example();
    CHECK(progress(guide, {}) == 0);
    CHECK(progress(guide, {{"red"}}) == 50);
    CHECK(progress(guide, {{"red", "works"}}) == 100);
    CHECK(progress(guide, {{"green"}}) == 33);
    CHECK(progress(guide, {{"green", "far"}}) == 66);
    CHECK(progress(guide, {{"green", "far", "same"}}) == 100);
}

TEST_CASE("10,000 random answers and steps back agree with a replay of what was answered") {
    const Guide guide = example();
    std::mt19937 random(20261005);
    Run run;
    std::vector<std::string> answers;
    for (int i = 0; i < 10'000; ++i) {
        const Step& step = current_step(guide, run);
        const bool can_answer = !step.choices.empty() && answers.size() < kMaxAnswers;
        if (!can_answer || random() % 3 == 0) {
            run = back(run);
            if (!answers.empty()) {
                answers.pop_back();
            }
        } else {
            const Choice& choice = step.choices[random() % step.choices.size()];
            run = answer(guide, run, choice.id).value();
            answers.push_back(choice.id);
        }

        // The replay: follow the answers by hand.
        std::string at = guide.start;
        std::vector<TranscriptLine> lines;
        for (const std::string& id : answers) {
            lines.push_back({at, id});
            at = guide.find_step(at)->find_choice(id)->next;
        }
        REQUIRE(current_step(guide, run).id == at);
        REQUIRE(is_valid(guide, run));
        const Transcript told = transcript(guide, run);
        REQUIRE(told.lines == lines);
        const bool ended = guide.find_step(at)->kind == StepKind::kOutcome;
        REQUIRE(told.outcome == (ended ? at : ""));
        const int done = progress(guide, run);
        REQUIRE((done >= 0 && done <= 100));
        REQUIRE((done == 100) == ended);
    }
}

TEST_CASE("a guide put together wrongly in memory gives an empty outcome instead of a crash") {
    const Guide guide;
    CHECK(current_step(guide, {{"x"}}).kind == StepKind::kOutcome);
    CHECK(progress(guide, {}) == 100);
    CHECK(transcript(guide, {}).outcome.empty());
}

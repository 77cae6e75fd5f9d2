// A guide is read or has findings; from every step of one that is read an outcome is reached, whatever is answered
// on the way. The JSON text's own bytes choose the answers.

#include <cstdint>
#include <string_view>

#include "core/base/json.h"
#include "core/guide/run.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

namespace {

void walk(const guide::Guide& guide, std::string_view bytes) {
    guide::Run run;
    for (const char byte : bytes.substr(0, 50)) {
        const guide::Step& step = guide::current_step(guide, run);
        const int progress = guide::progress(guide, run);
        REQUIRE(progress >= 0 && progress <= 100);
        REQUIRE((progress == 100) == (step.kind == guide::StepKind::kOutcome));
        REQUIRE(guide::is_valid(guide, run));
        if (step.choices.empty()) {
            run = guide::back(run);
            continue;
        }
        const auto choice = static_cast<unsigned char>(byte) % step.choices.size();
        const auto next = guide::answer(guide, run, step.choices[choice].id);
        REQUIRE(next.has_value());
        run = *next;
    }
    const guide::Transcript transcript = guide::transcript(guide, run);
    REQUIRE(transcript.lines.size() == run.answers.size());
    const auto again = guide::transcript_from_json(guide::to_json(transcript));
    REQUIRE(again && *again == transcript);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto json = base::parse_json(text);
    if (!json) {
        return 0;
    }
    const auto guide = guide::read_guide(*json);
    if (!guide) {
        REQUIRE(!guide.error().empty());
        return 0;
    }
    const base::Json written = guide::to_json(*guide);
    const auto again = guide::read_guide(written);
    REQUIRE(again && guide::to_json(*again) == written);
    walk(*guide, text);
    return 0;
}

#include <utility>

#include "core/base/identifier.h"
#include "core/base/json.h"
#include "core/guide/run.h"

namespace ventanilla::guide {

using base::Json;

Json to_json(const Transcript& transcript) {
    Json lines = Json::array();
    for (const TranscriptLine& line : transcript.lines) {
        lines.push_back({{"step", line.step}, {"choice", line.choice}});
    }
    return {{"guide", transcript.guide},
            {"version", transcript.version},
            {"lines", std::move(lines)},
            {"outcome", transcript.outcome}};
}

std::expected<Transcript, std::string> transcript_from_json(const Json& json) {
    Transcript transcript;
    transcript.guide = base::string_at(json, "guide");
    transcript.version = static_cast<int>(base::integer_at(json, "version", -1));
    transcript.outcome = base::string_at(json, "outcome");
    const Json* version = json.find("version");
    if (!base::is_identifier(transcript.guide) || version == nullptr || transcript.version < 1 ||
        version->integer() != transcript.version) {
        return std::unexpected("a transcript needs its guide's id and version");
    }
    const Json* lines = json.find("lines");
    if (lines == nullptr || !lines->is_array() || lines->size() > kMaxAnswers) {
        return std::unexpected("a transcript needs a list of at most " +
                               std::to_string(kMaxAnswers) + " lines");
    }
    if (json.size() != (json.find("outcome") == nullptr ? 3U : 4U)) {
        return std::unexpected("a transcript has a guide, a version, lines and an outcome alone");
    }
    for (const Json& line : lines->elements()) {
        TranscriptLine read{std::string(base::string_at(line, "step")),
                            std::string(base::string_at(line, "choice"))};
        if (!base::is_identifier(read.step) || !base::is_identifier(read.choice) ||
            line.size() != 2) {
            return std::unexpected("a transcript's line needs the ids of a step and a choice");
        }
        transcript.lines.push_back(std::move(read));
    }
    if (!transcript.outcome.empty() && !base::is_identifier(transcript.outcome)) {
        return std::unexpected("a transcript's outcome is a step's id");
    }
    return transcript;
}

}  // namespace ventanilla::guide

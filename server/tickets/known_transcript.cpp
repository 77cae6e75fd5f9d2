#include "server/tickets/known_transcript.h"

namespace ventanilla::tickets {

bool is_known_transcript(const site::Site& site, const guide::Transcript& transcript) {
    const site::SiteGuide* found = site.find_guide(transcript.guide);
    if (found == nullptr || transcript.version > found->guide.version) {
        return false;
    }
    if (transcript.version < found->guide.version) {
        return true;
    }
    guide::Run run;
    for (const guide::TranscriptLine& line : transcript.lines) {
        run.answers.push_back(line.choice);
    }
    return guide::is_valid(found->guide, run) && guide::transcript(found->guide, run) == transcript;
}

}  // namespace ventanilla::tickets

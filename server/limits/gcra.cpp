#include "server/limits/gcra.h"

#include <algorithm>

namespace ventanilla::limits {

Verdict judge(const Gcra& limit, std::optional<Instant> kept, Instant now) {
    const Instant expected = std::max(kept.value_or(now), now);
    const Instant tolerance = limit.period * (limit.at_once - 1);
    Verdict verdict;
    verdict.wait = std::max(expected - tolerance - now, Instant(0));
    verdict.is_allowed = verdict.wait == Instant(0);
    verdict.next = expected + limit.period;
    if (verdict.is_allowed && limit.period > Instant(0)) {
        verdict.remaining =
            static_cast<int>((tolerance + limit.period - (verdict.next - now)) / limit.period);
    }
    return verdict;
}

}  // namespace ventanilla::limits

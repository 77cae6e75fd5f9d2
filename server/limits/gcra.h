// server/limits/gcra.h
//
// How often something may happen: so many at once, and then one in so much time. The generic cell rate algorithm in its
// form of virtual scheduling (ITU-T Recommendation I.371, annex A; ATM Forum, Traffic Management 4.0, 4.4.3): all
// that it keeps of a caller is one point in time, and it needs no timer.
//
//   const Gcra limit{.at_once = 10, .period = std::chrono::minutes(1)};
//   Verdict verdict = judge(limit, table.find(key), now);
//   if (verdict.is_allowed) table.keep(key, verdict.next, now);
//
// Pure: the clock is handed in.
#pragma once

#include <chrono>
#include <optional>

namespace ventanilla::limits {

// Since any fixed point; it never goes back.
using Instant = std::chrono::microseconds;

struct Gcra {
    int at_once = 0;    // 0: the limit is off
    Instant period{0};  // until one more is allowed

    [[nodiscard]] bool is_off() const { return at_once == 0; }
};

struct Verdict {
    bool is_allowed = true;
    Instant next{0};  // to be kept where it is allowed and happens: the "theoretical arrival time"
    int remaining = 0;  // that would be allowed right after this one
    Instant wait{0};    // until it is allowed; 0 where it is
};

// `kept`: the `next` of the one before; nothing for a caller that nothing is known of.
Verdict judge(const Gcra& limit, std::optional<Instant> kept, Instant now);

}  // namespace ventanilla::limits

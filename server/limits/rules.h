// server/limits/rules.h
//
// The limits by name, with what holds where an operator says nothing: generous for people, and for a family or an office
// behind one address.
#pragma once

#include <array>
#include <expected>
#include <string>
#include <string_view>

#include "server/limits/gcra.h"

namespace ventanilla::limits {

enum class Limit {
    kAddress,  // requests for help from one address
    kEmail,    // requests for help with one e-mail address
    kFiles,    // uploads from one address
    kVotes,    // votes from one address
    kForms,    // every other form from one address, pages without JavaScript included
    kRepeats,  // the same request for help again, by its idempotency key
    kAll,      // everything that has a limit, whoever sends it; a server has one site
};
inline constexpr std::size_t kLimits = 7;

std::string_view name_of(Limit limit);

class Rules {
public:
    Rules();

    [[nodiscard]] const Gcra& operator[](Limit limit) const {
        return rules_[static_cast<std::size_t>(limit)];
    }

    // "address=20/600 email=off": 20 at once and 20 in 600 seconds, which is one in 30; no limit. Others stay as they
    // are. Separated by spaces or commas. The error is one sentence.
    std::expected<void, std::string> change(std::string_view text);

private:
    std::array<Gcra, kLimits> rules_;
};

}  // namespace ventanilla::limits

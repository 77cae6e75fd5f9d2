// server/store/access.h
//
// Who may see a request: codes that are sent to a customer by mail and good for once, tokens that a browser gets for
// them, and keys of the team's programs. Of each only a hash is kept.
#pragma once

#include <optional>
#include <string>

#include "server/store/mail.h"
#include "server/store/ticket.h"

namespace ventanilla::store {

inline constexpr int kMaxCodeAttempts = 5;
// To an address, whosever it is: others may have given it.
inline constexpr int kMaxCodesADay = 10;
inline constexpr std::chrono::seconds kCodePause{60};  // between two codes of a ticket

// A ticket has one code at most: a new one takes the place of the one before.
struct AccessCode {
    std::string tracking_code;
    std::string code_hash;
    Time sent;
    Time expires;
};

struct AccessToken {
    std::string token_hash;
    std::string tracking_code;
    Time expires;

    friend bool operator==(const AccessToken&, const AccessToken&) = default;
};

enum class Redeemed {
    kYes,
    kWrong,    // not this code; it may be tried again
    kExpired,  // there is none, its time is over, or it was tried kMaxCodeAttempts times
};

struct ApiKey {
    std::string key_hash;
    std::string name;    // the author of what is done with it
    std::string scopes;  // in alphabetical order, a space between two
    Time created;

    friend bool operator==(const ApiKey&, const ApiKey&) = default;
};

}  // namespace ventanilla::store

// server/mail/sender.h
//
// Hands one mail to a mail server.
#pragma once

#include <atomic>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "server/store/store.h"

namespace ventanilla::mail {

struct SendFault {
    std::string reason;         // for the operator; names no person
    bool is_this_mail = false;  // the server refused this mail; others may go through
};

class Sender {
public:
    virtual ~Sender() = default;

    // Returns when the mail server has accepted the mail, or has not. Blocks for a minute at most.
    virtual std::expected<void, SendFault> send(const store::QueuedMail& queued,
                                                store::Time now) = 0;
    // From another thread: gives up what no byte of was sent yet, now and later.
    virtual void stop() = 0;
};

// By SMTP: "smtp://user:password@host:587" (STARTTLS when the server offers it) or "smtps://...".
// `from` is the sender's address. The error is one sentence: an address that is none.
std::expected<std::unique_ptr<Sender>, std::string> make_smtp_sender(const std::string& url,
                                                                     const std::string& from);

}  // namespace ventanilla::mail

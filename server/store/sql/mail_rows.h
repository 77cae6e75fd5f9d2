// server/store/sql/mail_rows.h
//
// The SQL of one site's mail that waits. As ticket_rows.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/mail.h"
#include "server/store/sql/connection.h"

namespace ventanilla::store {

class MailRows {
public:
    MailRows(Connection& connection, std::string_view site);

    std::vector<QueuedMail> queued(int limit);
    int count();

    // To be sent at once, or when it is to follow up, unless it is unasked for and its address had one within a day. `now` is also what its number
    // begins with.
    void add(std::string_view tracking_code, const Mail& mail, Time now);
    bool claim(const QueuedMail& mail, Time until);
    void sent(std::int64_t id);
    void failed(std::int64_t id, std::string_view error, Time next_attempt);
    // What has failed before, or was put off.
    void due_now(Time now);
    // That is not under way yet.
    void forget_follow_up(std::string_view tracking_code);
    void release(std::string_view tracking_code, Time now);

private:
    std::string site_;
    std::int64_t last_id_ = 0;
    Statement queued_;
    Statement count_;
    Statement may_mail_;
    Statement insert_;
    Statement claim_;
    Statement delete_;
    Statement fail_;
    Statement due_;
    Statement forget_;
    Statement release_;
};

}  // namespace ventanilla::store

// server/store/sql/webhook_rows.h
//
// The SQL of one site's webhooks and their calls. As ticket_rows.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/store/sql/connection.h"
#include "server/store/webhook.h"

namespace ventanilla::store {

class WebhookRows {
public:
    WebhookRows(Connection& connection, std::string_view site);

    std::vector<Webhook> all();
    std::vector<Call> waiting(std::string_view webhook, int limit);
    std::vector<Call> log(std::string_view webhook, int limit);
    bool add(const Webhook& webhook);
    bool change(const Webhook& webhook);
    bool remove(std::string_view name);
    bool claim(const Call& call, Time until);
    void record(const Call& call);
    int send_again(std::string_view webhook, std::string_view tracking_code, int number, Time now);

    // A call for everybody who wants to hear of it.
    void tell(std::string_view tracking_code, int number, std::string_view type, Time happened);
    // All calls that tell of it.
    void forget(std::string_view tracking_code);
    // Those that were over before.
    void expire(Time before);

private:
    std::string site_;
    Statement all_;
    Statement waiting_;
    Statement log_;
    Statement insert_;
    Statement change_;
    Statement delete_;
    Statement delete_calls_;
    Statement claim_;
    Statement record_;
    Statement delete_call_;
    Statement again_;
    Statement again_all_;
    Statement tell_;
    Statement forget_;
    Statement expire_;
};

}  // namespace ventanilla::store

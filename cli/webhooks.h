// cli/webhooks.h
//
// Whom the server calls when something happens to a request. Also while a server runs: it looks every few seconds.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/kept_data.h"

namespace ventanilla::cli {

struct WebhookOptions : KeptData {
    std::string name;
    std::string url;
    std::vector<std::string> types;  // of calls that it gets; none: all
    std::string call;                // id of one; empty: all that were given up
    int limit = 20;
};

// Prints its secret, which is shown at no other time but by the next one.
int add_webhook(const WebhookOptions& options, const Environment& environment);
// Makes a new secret. The old one signs beside it for a day.
int rotate_webhook(const WebhookOptions& options, const Environment& environment);
int list_webhooks(const WebhookOptions& options, const Environment& environment);
int remove_webhook(const WebhookOptions& options, const Environment& environment);
// Turns one on again that has answered "410 Gone".
int enable_webhook(const WebhookOptions& options, const Environment& environment);
int print_webhook_log(const WebhookOptions& options, const Environment& environment);
int send_webhook_again(const WebhookOptions& options, const Environment& environment);

}  // namespace ventanilla::cli

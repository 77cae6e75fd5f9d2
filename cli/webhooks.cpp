#include "cli/webhooks.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "cli/printable.h"
#include "core/ticket/thread.h"
#include "server/time/timestamps.h"
#include "server/webhooks/caller.h"
#include "server/webhooks/payload.h"
#include "server/webhooks/signature.h"

namespace ventanilla::cli {
namespace {

int no_webhook(const WebhookOptions& options, const Environment& environment) {
    environment.log << "There is no webhook \"" << printable(options.name)
                    << "\", or the database cannot be written to.\n";
    return kFailed;
}

std::optional<store::Webhook> find(store::Store& store, const std::string& name) {
    const auto all = store.webhooks().all();
    const auto found = std::ranges::find(all, name, &store::Webhook::name);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

void tell_secret(const store::Webhook& webhook, const Environment& environment) {
    environment.log << "This is the secret that calls of \"" << printable(webhook.name)
                    << "\" are signed with. Keep it now: it is not shown again.\n";
    environment.out << webhook.secret << "\n";
}

std::string in_one_line(std::vector<std::string> words) {
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words).begin(), words.end());
    std::string line;
    for (const std::string& word : words) {
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

const char* name_of(store::CallState state) {
    return state == store::CallState::kWaiting     ? "waiting"
           : state == store::CallState::kDelivered ? "delivered"
                                                   : "failed";
}

// Of a call's id the number behind its tracking code.
std::optional<int> number_in(const std::string& id) {
    const std::size_t dash = id.rfind('-');
    if (dash == std::string::npos) {
        return std::nullopt;
    }
    int number = 0;
    const char* end = id.data() + id.size();
    const auto [rest, error] = std::from_chars(id.data() + dash + 1, end, number);
    return error == std::errc() && rest == end ? std::optional(number) : std::nullopt;
}

}  // namespace

int add_webhook(const WebhookOptions& options, const Environment& environment) {
    if (!ticket::is_name(options.name)) {
        environment.log << "A webhook's name is one line of at most 100 characters.\n";
        return kFailed;
    }
    if (const auto fine = webhooks::check_address(options.url); !fine) {
        environment.log << fine.error() << "\n";
        return kFailed;
    }
    const store::Webhook webhook{.name = options.name,
                                 .url = options.url,
                                 .types = in_one_line(options.types),
                                 .secret = webhooks::new_secret(),
                                 .created = server::now()};
    if (!open_to_change(options, environment)->webhooks().add(webhook)) {
        environment.log << "There is a webhook \"" << printable(options.name)
                        << "\" already, or the database cannot be written to.\n";
        return kFailed;
    }
    tell_secret(webhook, environment);
    return kFine;
}

int rotate_webhook(const WebhookOptions& options, const Environment& environment) {
    const auto store = open_to_change(options, environment);
    auto webhook = find(*store, options.name);
    if (!webhook) {
        return no_webhook(options, environment);
    }
    webhook->old_secret = webhook->secret;
    webhook->old_until = server::now() + webhooks::kOldSecret;
    webhook->secret = webhooks::new_secret();
    if (!store->webhooks().change(*webhook)) {
        return no_webhook(options, environment);
    }
    tell_secret(*webhook, environment);
    return kFine;
}

int list_webhooks(const WebhookOptions& options, const Environment& environment) {
    for (const store::Webhook& webhook : open_to_change(options, environment)->webhooks().all()) {
        environment.out << server::rfc3339(webhook.created) << "  "
                        << (webhook.is_off ? "off" : "on ") << "  " << printable(webhook.name)
                        << "  " << printable(webhook.url) << "  "
                        << (webhook.types.empty() ? "all" : printable(webhook.types)) << "\n";
    }
    return kFine;
}

int remove_webhook(const WebhookOptions& options, const Environment& environment) {
    const bool removed = open_to_change(options, environment)->webhooks().remove(options.name);
    return removed ? kFine : no_webhook(options, environment);
}

int enable_webhook(const WebhookOptions& options, const Environment& environment) {
    const auto store = open_to_change(options, environment);
    auto webhook = find(*store, options.name);
    if (!webhook) {
        return no_webhook(options, environment);
    }
    webhook->is_off = false;
    return store->webhooks().change(*webhook) ? kFine : no_webhook(options, environment);
}

int print_webhook_log(const WebhookOptions& options, const Environment& environment) {
    const auto store = open_to_change(options, environment);
    if (!find(*store, options.name)) {
        return no_webhook(options, environment);
    }
    for (const store::Call& call : store->webhooks().log(options.name, options.limit)) {
        environment.out << server::rfc3339(call.happened) << "  " << webhooks::id_of(call) << "  "
                        << call.type << "  " << name_of(call.state);
        if (call.status != 0) {
            environment.out << "  answered " << call.status;
        } else if (!call.error.empty()) {
            environment.out << "  " << printable(call.error);
        }
        if (call.state == store::CallState::kWaiting && call.attempts > 0) {
            environment.out << "  again at " << server::rfc3339(call.next_attempt);
        }
        environment.out << "\n";
    }
    return kFine;
}

int send_webhook_again(const WebhookOptions& options, const Environment& environment) {
    const auto number = options.call.empty() ? std::optional(0) : number_in(options.call);
    if (!number) {
        environment.log << "A call's id is a tracking code and a number, as in the log.\n";
        return kFailed;
    }
    const std::string code =
        options.call.substr(0, std::min(options.call.rfind('-'), options.call.size()));
    const auto store = open_to_change(options, environment);
    if (!find(*store, options.name)) {
        return no_webhook(options, environment);
    }
    const auto count = store->webhooks().send_again(options.name, code, *number, server::now());
    if (!count || (*count == 0 && !options.call.empty())) {
        environment.log << "There is no such call, or the database cannot be written to.\n";
        return kFailed;
    }
    environment.log << *count << (*count == 1 ? " call is" : " calls are") << " made again.\n";
    return kFine;
}

}  // namespace ventanilla::cli

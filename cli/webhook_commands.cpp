#include "cli/webhook_commands.h"

#include <CLI/CLI.hpp>
#include <limits>

#include "cli/kept_data_options.h"

namespace ventanilla::cli {

void add_webhook_commands(CLI::App& app, WebhookOptions& options, const Environment& environment,
                          const AddCommand& add) {
    CLI::App* webhooks = app.add_subcommand(
        "webhooks",
        "Programs that are called when something happens to a request (see docs/api.md)");
    webhooks->require_subcommand(1);
    const auto command = [&](const char* name, const char* description, auto* run) -> CLI::App& {
        CLI::App& made = add(*webhooks, name, description,
                             [run, &options, &environment] { return run(options, environment); });
        add_kept_data(made, options);
        return made;
    };
    const auto named = [&](const char* name, const char* description, auto* run) -> CLI::App& {
        CLI::App& made = command(name, description, run);
        made.add_option("NAME", options.name, "Name of the webhook")
            ->option_text("NAME")
            ->required();
        return made;
    };
    CLI::App& fresh = named("add", "Have an address called, and show its secret once", add_webhook);
    fresh.add_option("URL", options.url, "Address to call, over HTTPS")
        ->option_text("URL")
        ->required();
    fresh
        .add_option("--event", options.types, "Only calls of this type; may be given several times")
        ->option_text("TYPE")
        ->check(CLI::IsMember({"ticket.created", "ticket.message", "ticket.changed", "ticket.rated",
                               "ticket.erased"}));
    command("list", "List the webhooks, without their secrets", list_webhooks);
    named("remove", "Call an address no more, and forget its calls", remove_webhook);
    named("rotate", "Make a new secret; the old one signs as well for a day", rotate_webhook);
    named("enable", "Turn a webhook on again that has answered \"410 Gone\"", enable_webhook);
    named("log", "Show the calls of a webhook, the newest first", print_webhook_log)
        .add_option("--limit", options.limit, "How many at most")
        ->check(CLI::Range(1, std::numeric_limits<int>::max()))
        ->option_text("N=" + std::to_string(options.limit));
    named("send-again", "Make calls again: one, or all that were given up", send_webhook_again)
        .add_option("ID", options.call, "The call, as the log names it")
        ->option_text("ID");
}

}  // namespace ventanilla::cli

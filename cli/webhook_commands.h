// cli/webhook_commands.h
//
// "ventanilla webhooks ...": its commands and their options.
#pragma once

#include <functional>
#include <string>

#include "cli/webhooks.h"

namespace CLI {
class App;
}

namespace ventanilla::cli {

// Adds a command under another one; `run` is what it does.
using AddCommand =
    std::function<CLI::App&(CLI::App& parent, const std::string& name,
                            const std::string& description, std::function<int()> run)>;

// All references must outlive the parsing.
void add_webhook_commands(CLI::App& app, WebhookOptions& options, const Environment& environment,
                          const AddCommand& add);

}  // namespace ventanilla::cli

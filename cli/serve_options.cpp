#include "cli/serve_options.h"

#include <CLI/CLI.hpp>
#include <limits>
#include <string>
#include <string_view>

#include "cli/option_values.h"

namespace ventanilla::cli {
namespace {

constexpr std::string_view kThisMachine = "127.0.0.0/8,::1";

}  // namespace

void add_serve_options(CLI::App& serve, server::Options& options) {
    options.data = "ventanilla-data";
    options.trusted_proxies = *networks(kThisMachine);
    serve.add_option("--port", options.port, "Port to listen on")
        ->check(CLI::Range(0, int{std::numeric_limits<std::uint16_t>::max()}))
        ->option_text("N=" + std::to_string(options.port));
    serve
        .add_option("--data", options.data,
                    "Folder for the customers' requests; made if it is not there")
        ->option_text("FOLDER=" + options.data.string())
        ->check(not_empty());
    serve
        .add_option("--listen", options.address,
                    "Address to listen on; 0.0.0.0 also answers other machines")
        ->option_text("ADDRESS=" + options.address)
        ->check(not_empty());
    serve
        .add_option_function<std::string>(
            "--trusted-proxies",
            [&options](const std::string& list) { options.trusted_proxies = *networks(list); },
            "Proxies whose X-Forwarded-For or Forwarded is believed; \"none\" for no one")
        ->option_text("NETWORKS=" + std::string(kThisMachine))
        ->envname("VENTANILLA_TRUSTED_PROXIES")
        ->check(list_of_networks());
    serve
        .add_option_function<std::string>(
            "--limits",
            [&options](const std::string& list) {
                if (const auto changed = options.limits.change(list); !changed) {
                    throw CLI::ValidationError("--limits", changed.error());
                }
            },
            "How often what may be sent, such as \"address=20/600 email=off\"")
        ->option_text("LIMITS")
        ->envname("VENTANILLA_LIMITS");
    serve
        .add_option_function<int>(
            "--keep-days", [&options](int days) { options.keep = std::chrono::days(days); },
            "Erase solved and closed requests that many days after the last thing that "
            "happened to them; without it, they are kept")
        ->option_text("N")
        ->envname("VENTANILLA_KEEP_DAYS")
        ->check(CLI::Range(1, 36'500));
    serve
        .add_option("--metrics", options.metrics,
                    "Address and port at which a Prometheus server may ask for /metrics; nowhere "
                    "where left out")
        ->option_text("ADDRESS:PORT")
        ->envname("VENTANILLA_METRICS")
        ->check(endpoint());
    serve
        .add_option_function<std::string>(
            "--log",
            [&options](const std::string& format) {
                options.log = format == "json" ? server::LineLog::Format::kJson
                                               : server::LineLog::Format::kText;
            },
            "How it tells what happens: \"text\" for people, \"json\" for programs")
        ->option_text("FORMAT=text")
        ->envname("VENTANILLA_LOG")
        ->check(CLI::IsMember({"text", "json"}));
    serve
        .add_option("--smtp", options.smtp,
                    "Server that mail is sent through; without one, it waits in the database")
        ->option_text("smtp://user:password@host:port")
        ->envname("VENTANILLA_SMTP");
    serve
        .add_option("--mail-from", options.mail_from,
                    "Sender of mail; the team's own address where left out")
        ->option_text("ADDRESS")
        ->envname("VENTANILLA_MAIL_FROM");
}

}  // namespace ventanilla::cli

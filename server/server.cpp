#include "server/server.h"

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <optional>
#include <ostream>
#include <thread>
#include <utility>

#include "core/base/json.h"
#include "server/crypto/crypto.h"
#include "server/http/problem.h"
#include "server/http/refusal_pages.h"
#include "server/http/server.h"
#include "server/limits/gate.h"
#include "server/live/watchers.h"
#include "server/log/line_log.h"
#include "server/mail/worker.h"
#include "server/metrics/metrics.h"
#include "server/receipts/verify_pages.h"
#include "server/requests/admission.h"
#include "server/requests/request_json.h"
#include "server/retention/retention.h"
#include "server/routes.h"
#include "server/store/postgres/postgres_store.h"
#include "server/store/sqlite/sqlite_store.h"
#include "server/tickets/ticket_service.h"
#include "server/time/zones.h"
#include "server/votes/vote_service.h"
#include "server/webhooks/worker.h"

namespace ventanilla::server {
namespace {

constexpr int kMailsShown = 20;
constexpr int kDatabaseThreads = 4;
constexpr int kLeastUrgent = 19;         // as nice(1) counts
constexpr int kLargeBlock = 256 * 1024;  // bytes; SQLite takes 90 KB for each transaction

void explain_waiting_mail(store::Store& store, LineLog& log) {
    const int waiting = store.queued_mail_count();
    log.warning("mail", "Mail is not sent: set VENTANILLA_SMTP, such as "
                        "smtp://user:password@mail.example.org:587, and start again. " +
                            std::to_string(waiting) +
                            (waiting == 1 ? " mail waits" : " mails wait") +
                            " in the queue; none is lost.");
    for (const store::QueuedMail& queued : store.queued_mail(kMailsShown)) {
        log.warning("mail", "  of request " + queued.tracking_code);
    }
}

void tell_quarantine(const store::Ticket& ticket, LineLog& log) {
    log.warning("quarantine", "Request " + ticket.tracking_code + " is in quarantine (" +
                                  ticket.quarantine + "): ventanilla tickets list --quarantined");
}

void tell_whole_quarantine(store::Store& store, LineLog& log) {
    if (const int held = store.quarantined_count(); held > 0) {
        log.warning("quarantine", "Requests in quarantine: " + std::to_string(held) +
                                      "; ventanilla tickets list --quarantined shows them.");
    }
}

std::string shown_address(const std::string& address) {
    const bool is_here =
        address == "127.0.0.1" || address == "0.0.0.0" || address == "::1" || address == "::";
    const bool is_6 = address.find(':') != std::string::npos;
    return is_here ? "localhost" : is_6 ? "[" + address + "]" : address;
}

http::Response tell_metrics(metrics::Metrics& metrics, store::Store& store) {
    try {
        return {.status = 200,
                .headers = {{"Content-Type", "text/plain; version=0.0.4"},
                            {"Cache-Control", "no-store"}},
                .body = http::make_body(
                    metrics.text({store.queued_mail_count(), store.quarantined_count()}))};
    } catch (const std::exception&) {
        return http::problem_response({.status = 503, .detail = "The database does not answer."});
    }
}

// A listener of its own, so that nobody finds them on the public one. Null where none is wanted.
std::expected<std::unique_ptr<http::Server>, std::string>
listen_for_metrics(const std::string& where, metrics::Metrics& metrics, store::Store& store) {
    const auto place = http::read_endpoint(where);
    if (!place) {
        return nullptr;
    }
    return http::Server::listen(
        place->address, place->port,
        [&metrics, &store](const http::Request& request, const http::Respond& respond) {
            if (request.path != "/metrics") {
                respond(http::problem_response({.status = 404, .detail = "Ask for /metrics."}));
            } else if (request.method != "GET") {
                respond(http::problem_response({.status = 405, .detail = "Ask with GET."}));
            } else {
                respond(tell_metrics(metrics, store));
            }
        });
}

int serve(const Options& options, const site::Site& site,
          const std::map<std::string, text::Messages>& messages,
          std::vector<html::Portal>&& portals, http::StaticFiles&& files, LineLog& log) {
    std::unique_ptr<mail::Sender> sender;
    if (!options.smtp.empty()) {
        auto made = mail::make_smtp_sender(
            options.smtp, options.mail_from.empty() ? site.team_email : options.mail_from);
        if (!made) {
            log.error("start", "Ventanilla cannot start: " + made.error());
            return 1;
        }
        sender = std::move(*made);
    }
    // The port first: whoever cannot have it leaves no database behind. Requests wait for run().
    std::optional<http::Router> router;
    std::optional<http::RefusalPages> refusals;
    metrics::Metrics metrics;
    auto server = http::Server::listen(
        options.address, options.port,
        metrics.measured([&router](const http::Request& request, http::Respond respond) {
            router->handle(request, std::move(respond));
        }),
        [&refusals](const http::Request& request, http::Response response) {
            return refusals->readable(request, std::move(response));
        },
        files::upload_spool(options.database.empty() ? store::uploads_folder(options.data)
                                                     : std::filesystem::temp_directory_path()));
    if (!server) {
        log.error("start", "Ventanilla cannot start: " + server.error());
        return 1;
    }
    auto store = options.database.empty() ? store::open_sqlite_store(options.data, site.id)
                                          : store::open_postgres_store(options.database, site.id);
    if (!store) {
        log.error("start", "Ventanilla cannot start: " + store.error());
        return 1;
    }
    std::optional<mail::Worker> mail;
    std::optional<webhooks::Worker> webhooks;
    // Half of all connections stay for everybody else.
    std::optional<live::Watchers> watchers(
        std::in_place, **store,
        [](const store::Event& event) {
            const auto told = requests::for_customer(event);
            return told ? base::write_json(*told) : std::string();
        },
        (*server)->capacity() / 2, [&log](std::string_view line) { log.warning("live", line); });
    const auto wake_workers = [&mail, &webhooks] {
        if (mail) {
            mail->wake();
        }
        webhooks->wake();
    };
    if (!site.time_zone.empty() && !wall_time(site.time_zone, now())) {
        log.warning("start", "This machine does not know the time zone " + site.time_zone +
                                 ": requests get no due date. Install tzdata, and start again.");
    }
    const requests::RequestMail letters(site, messages);
    limits::Gate gate(options.limits, http::TrustedProxies(options.trusted_proxies), site,
                      messages);
    std::optional<api::Pool> pool(kDatabaseThreads);
    const auto secret = (*store)->secret("receipts", server::random_token());
    const auto form_secret = (*store)->secret("forms", server::random_token());
    if (!secret || !form_secret) {
        log.error("start", "Ventanilla cannot start: the database cannot be written to.");
        return 1;
    }
    const forms::FormTokens form_tokens(*form_secret);
    receipts::Receipts receipts(site, messages, **store, *pool, *secret);
    tickets::TicketService tickets(
        site, messages, **store, letters, form_tokens,
        {.refuse = [&gate](const http::Request& request,
                           std::string_view email) { return gate.refuse_email(request, email); },
         .on_stored =
             [&metrics, &log, wake_workers](const store::Ticket& ticket) {
                 metrics.count_stored_ticket();
                 if (!ticket.quarantine.empty()) {
                     tell_quarantine(ticket, log);
                 }
                 wake_workers();
             },
         .receipt_token = [&receipts](std::string_view code) { return receipts.token(code); }});
    votes::VoteService votes(site, messages, **store);
    files::UploadService uploads(site, messages, **store, *pool);
    const auto on_change = [&watchers, wake_workers](std::string_view code) {
        watchers->changed(code);
        wake_workers();
    };
    requests::CustomerRequests customers(site, messages, **store, *pool, letters, *watchers,
                                         {.on_change = on_change});
    requests::TeamRequests team(site, messages, **store, *pool, letters, {.on_change = on_change});
    requests::Admission admission(site, messages, **store, *pool, form_tokens);
    const receipts::VerifyPages verify(portals, messages, receipts);
    const portal::PortalPages pages(
        std::move(portals), files,
        [&router](const http::Request& request, http::Respond respond) {
            router->handle(request, std::move(respond));
        },
        &server::random_bytes, form_tokens);
    // The launcher is loaded by the pages of other sites.
    if (const auto launcher = files.find("/embed.js"); launcher != files.end()) {
        launcher->second.cross_origin = true;
    }
    const http::StaticTable table(std::move(files));
    refusals.emplace(table, site.languages);
    router.emplace(
        table,
        gate.limited(make_routes(
            {tickets, uploads, votes, customers, team, receipts, pages, verify, **store})),
        [&admission](const http::Route& route, const http::Request& request,
                     const http::Respond& respond) { admission.admit(route, request, respond); });
    if (sender) {
        mail.emplace(**store, std::move(sender),
                     [&log](std::string_view line) { log.warning("mail", line); });
    } else {
        explain_waiting_mail(**store, log);
    }
    tell_whole_quarantine(**store, log);
    webhooks.emplace(**store, webhooks::make_caller(),
                     [&log](std::string_view line) { log.warning("webhooks", line); });
    std::optional<retention::Retention> retention(
        std::in_place, **store, options.keep,
        retention::Log{
            .done = [&log](std::string_view line) { log.info("retention", line); },
            .failed = [&log](std::string_view line) { log.warning("retention", line); }});
    auto scraped = listen_for_metrics(options.metrics, metrics, **store);
    if (!scraped) {
        log.error("start", "Ventanilla cannot start: " + scraped.error());
        return 1;
    }
    std::jthread scraping;
    if (*scraped) {
        scraping = std::jthread([&scraped] { (*scraped)->run(); });
    }
    (*server)->stop_on_signals();
    log.info("start", "Ventanilla listens on http://" + shown_address(options.address) + ":" +
                          std::to_string((*server)->port()) + "/");
    std::jthread compression([&table](const std::stop_token& stop) {
        // Only while nobody asks for anything.
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kLeastUrgent);
        table.compress_better(stop);
        // What building the site and compressing it took is the system's again: a server is small at rest.
        ::malloc_trim(0);
    });
    (*server)->run();
    if (*scraped) {
        (*scraped)->stop();
        scraping.join();
    }
    // Every request is answered: nothing of the store's calls back any more.
    retention.reset();
    mail.reset();
    webhooks.reset();
    pool.reset();
    watchers.reset();
    store->reset();
    log.info("stop", "Ventanilla has stopped.");
    return 0;
}

}  // namespace

int run(const Options& options, const site::Site& site,
        const std::map<std::string, text::Messages>& messages, std::vector<html::Portal> portals,
        http::StaticFiles files, std::ostream& out) {
    LineLog log(out, options.log);
    // Large blocks go back to the system when they are freed; glibc would keep up to 32 MB of what was freed before.
    ::mallopt(M_MMAP_THRESHOLD, kLargeBlock);
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return serve(options, site, messages, std::move(portals), std::move(files), log);
    } catch (const std::exception& error) {
        log.error("stop", std::string("Ventanilla stops: ") + error.what());
        return 1;
    }
}

}  // namespace ventanilla::server

#include "cli/tickets.h"

#include <iomanip>
#include <vector>

#include "cli/checked_site.h"
#include "cli/printable.h"
#include "cli/share_folder.h"
#include "cli/ticket_files.h"
#include "cli/ticket_text.h"
#include "core/base/json.h"
#include "core/text/fold.h"
#include "core/ticket/tracking_code.h"
#include "server/requests/request_json.h"
#include "server/time/timestamps.h"

namespace ventanilla::cli {
namespace {

constexpr int kCodeWidth = 21;
constexpr int kTimeWidth = 26;
constexpr int kWordWidth = 11;

void print_row(std::ostream& out, const std::string& code, const std::string& received,
               const std::string& status, const std::string& kind, const std::string& email) {
    out << std::left << std::setw(kCodeWidth) << code << std::setw(kTimeWidth) << received
        << std::setw(kWordWidth) << status << std::setw(kWordWidth) << kind << email << '\n';
}

}  // namespace

int list_tickets(const TicketsOptions& options, int limit, bool quarantined,
                 const Environment& environment) {
    const auto reader = open(options, environment);
    const auto tickets = reader->list({.is_quarantined = quarantined, .limit = limit});
    if (const int held = reader->quarantined_count(); held > 0 && !quarantined) {
        environment.log << "In quarantine: " << held << "; --quarantined shows them.\n";
    }
    if (options.json) {
        base::Json list = base::Json::array();
        for (const store::Ticket& ticket : tickets) {
            list.push_back(requests::for_team(ticket));
        }
        environment.out << base::write_json(list) << '\n';
        return kFine;
    }
    if (tickets.empty() && quarantined) {
        environment.out << "No request is in quarantine.\n";
        return kFine;
    }
    if (tickets.empty()) {
        environment.out << "There are no requests of the site \"" << site_id(options, environment)
                        << "\" yet; --site names another one.\n";
        return kFine;
    }
    print_row(environment.out, "CODE", "RECEIVED", "STATUS", "KIND", "E-MAIL");
    for (const store::Ticket& ticket : tickets) {
        const base::Json fields = stored_json(ticket.fields);
        print_row(environment.out, ticket.tracking_code, server::rfc3339(ticket.received),
                  ticket.status, printable(base::string_at(fields, "kind")),
                  printable(base::string_at(fields, "email")));
    }
    return kFine;
}

int export_tickets(const KeptData& kept, const std::string& email,
                   const std::filesystem::path& files, const Environment& environment) {
    constexpr int kPage = 500;
    const auto reader = open(kept, environment);
    store::TicketFilter filter{.email = text::lower(email), .limit = kPage};
    while (true) {
        const auto page = reader->list(filter);
        for (const store::Ticket& ticket : page) {
            const auto events = reader->events(ticket.tracking_code, 0);
            const auto attached = reader->attachments(ticket.tracking_code);
            environment.out << base::write_json(requests::for_team(ticket, events, attached))
                            << '\n';
            if (!files.empty()) {
                save_files(*reader, ticket.tracking_code, files / ticket.tracking_code,
                           environment.log);
            }
        }
        if (static_cast<int>(page.size()) < kPage) {
            return kFine;
        }
        filter.received = page.back().received;
        filter.tracking_code = page.back().tracking_code;
    }
}

int show_ticket(const TicketsOptions& options, const std::string& code,
                const Environment& environment) {
    const auto normalised = ticket::normalise_tracking_code(code);
    if (!normalised) {
        environment.log << "\"" << printable(code)
                        << "\" is no tracking code; check it for a typing error.\n";
        return kFailed;
    }
    const auto reader = open(options, environment);
    const auto ticket = reader->find(*normalised);
    if (!ticket) {
        environment.log << "There is no request with the code " << *normalised << ".\n";
        return kFailed;
    }
    const auto events = reader->events(*normalised, 0);
    const auto attached = reader->attachments(*normalised);
    if (options.json) {
        environment.out << base::write_json(requests::for_team(*ticket, events, attached)) << '\n';
        return kFine;
    }
    const CheckedSite checked =
        check_site(site_of(options, environment), read_texts(environment.share));
    environment.out << ticket_text(*ticket, events, attached,
                                   checked.site ? &*checked.site : nullptr);
    return kFine;
}

}  // namespace ventanilla::cli

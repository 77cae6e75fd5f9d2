#include "cli/tickets.h"

#include <iomanip>
#include <vector>

#include "cli/checked_site.h"
#include "cli/printable.h"
#include "cli/share_folder.h"
#include "cli/ticket_text.h"
#include "core/base/json.h"
#include "core/ticket/tracking_code.h"
#include "server/time/timestamps.h"

namespace ventanilla::cli {
namespace {

constexpr int kCodeWidth = 21;
constexpr int kTimeWidth = 26;
constexpr int kWordWidth = 11;

base::Json to_json(const store::Ticket& ticket) {
    base::Json json = {{"tracking_code", ticket.tracking_code},
                       {"received", server::rfc3339(ticket.received)},
                       {"status", ticket.status},
                       {"language", ticket.language},
                       {"form", ticket.form},
                       {"fields", stored_json(ticket.fields)}};
    if (!ticket.transcript.empty()) {
        json["transcript"] = stored_json(ticket.transcript);
    }
    if (!ticket.context.empty()) {
        json["context"] = stored_json(ticket.context);
    }
    return json;
}

void print_row(std::ostream& out, const std::string& code, const std::string& received,
               const std::string& status, const std::string& kind, const std::string& email) {
    out << std::left << std::setw(kCodeWidth) << code << std::setw(kTimeWidth) << received
        << std::setw(kWordWidth) << status << std::setw(kWordWidth) << kind << email << '\n';
}

}  // namespace

int list_tickets(const TicketsOptions& options, int limit, const Environment& environment) {
    const std::vector<store::Ticket> tickets = open(options, environment)->list({.limit = limit});
    if (options.json) {
        base::Json list = base::Json::array();
        for (const store::Ticket& ticket : tickets) {
            list.push_back(to_json(ticket));
        }
        environment.out << base::write_json(list) << '\n';
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

int show_ticket(const TicketsOptions& options, const std::string& code,
                const Environment& environment) {
    const auto normalised = ticket::normalise_tracking_code(code);
    if (!normalised) {
        environment.log << "\"" << printable(code)
                        << "\" is no tracking code; check it for a typing error.\n";
        return kFailed;
    }
    const auto ticket = open(options, environment)->find(*normalised);
    if (!ticket) {
        environment.log << "There is no request with the code " << *normalised << ".\n";
        return kFailed;
    }
    if (options.json) {
        environment.out << base::write_json(to_json(*ticket)) << '\n';
        return kFine;
    }
    const CheckedSite checked =
        check_site(site_of(options, environment), read_texts(environment.share));
    environment.out << ticket_text(*ticket, checked.site ? &*checked.site : nullptr);
    return kFine;
}

}  // namespace ventanilla::cli

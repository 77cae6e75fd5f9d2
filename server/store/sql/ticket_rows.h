// server/store/sql/ticket_rows.h
//
// The SQL of one site's tickets and of what happens to them. Throws DatabaseError; neither begins nor ends
// a transaction.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/sql/connection.h"
#include "server/store/store.h"

namespace ventanilla::store {

class TicketRows {
public:
    TicketRows(Connection& connection, std::string_view site);

    std::optional<Ticket> find(std::string_view tracking_code);
    std::vector<Ticket> list(const TicketFilter& filter);
    int quarantined_count();
    std::vector<std::string> updated(Time since);
    std::vector<Event> events(std::string_view tracking_code, int after);
    std::vector<Course> courses(Time since, Time until);

    // Inserts the ticket, or finds the one that the key belongs to. `has_files`: what it names is there; without, nothing
    // new happens.
    std::expected<Stored, Fault> add(const NewTicket& added, bool has_files);
    std::expected<Stored, Fault> change(const Change& change, bool has_files);
    // Those that are solved or closed and to which nothing has happened since then, the oldest first.
    std::vector<std::string> over(Time before, int limit);
    // False if there is none. With all that hangs on it, and the address of a customer who has no other ticket.
    bool erase(std::string_view tracking_code);

private:
    // False where its code or its key is there already.
    bool insert(const NewTicket& added);

    std::string site_;
    Statement find_;
    Statement list_;
    Statement quarantined_;
    Statement updated_;
    Statement events_;
    Statement courses_;
    Statement by_key_;
    Statement insert_;
    Statement change_key_;
    Statement advance_;
    Statement insert_event_;
    Statement update_;
    std::vector<Statement> erase_parts_;
    Statement over_;
    Statement erase_;
    Statement erase_address_;
};

}  // namespace ventanilla::store

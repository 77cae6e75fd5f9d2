// server/store/sql/session.h
//
// A connection with the statements of one site prepared on it, made when it is first needed and again after it
// was lost.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/store/sql/access_rows.h"
#include "server/store/sql/connection.h"
#include "server/store/sql/file_rows.h"
#include "server/store/sql/mail_rows.h"
#include "server/store/sql/ticket_rows.h"
#include "server/store/sql/vote_rows.h"
#include "server/store/sql/webhook_rows.h"

namespace ventanilla::store {

// Throws DatabaseError, or std::runtime_error with a sentence for the operator.
using Connect = std::function<std::unique_ptr<Connection>()>;

struct Rows {
    Rows(Connection& connection, std::string_view site)
        : tickets(connection, site), files(connection, site), mail(connection, site),
          votes(connection, site), access(connection, site), webhooks(connection, site) {}

    TicketRows tickets;
    FileRows files;
    MailRows mail;
    VoteRows votes;
    AccessRows access;
    WebhookRows webhooks;
};

// One thread at a time.
class Session {
public:
    Session(Connect connect, std::string_view site) : connect_(std::move(connect)), site_(site) {}

    // These throw what connecting throws. The references live until lose().
    Connection& connection() { return *open().connection; }
    Rows& rows() { return open().rows; }

    // Begins a transaction; on another connection if this one turns out to be lost: the database was started again,
    // perhaps, since it was last used.
    void begin() {
        try {
            connection().begin();
            return;
        } catch (const DatabaseError& error) {
            if (!error.is_lost()) {
                throw;
            }
        }
        lose();
        connection().begin();
    }

    void lose() { open_.reset(); }

private:
    struct Open {
        Open(std::unique_ptr<Connection> made, std::string_view site)
            : connection(std::move(made)), rows(*connection, site) {}

        std::unique_ptr<Connection> connection;
        Rows rows;
    };

    Open& open() {
        if (!open_) {
            open_.emplace(connect_(), site_);
        }
        return *open_;
    }

    Connect connect_;
    std::string site_;
    std::optional<Open> open_;
};

}  // namespace ventanilla::store

// server/store/postgres/postgres_connection.h
//
// A connection to a PostgreSQL server, of version 13 or later.
#pragma once

#include <memory>
#include <string>

#include "server/store/sql/connection.h"

namespace ventanilla::store {

// `address`: "postgresql://user@host:port/database?options", as libpq reads it. Answers, or says that the connection
// is lost, within twenty seconds. Throws DatabaseError.
std::unique_ptr<Connection> connect_to_postgres(const std::string& address);

}  // namespace ventanilla::store

// server/store/postgres/postgres_store.h
//
// The store in PostgreSQL, for as many servers side by side as there are.
//
//   auto store = open_postgres_store("postgresql://ventanilla@db.example.org/help", site.id);
//   if (!store) return complain(store.error());
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "server/store/store.h"

namespace ventanilla::store {

// The error is one sentence for
// the operator: the server does not answer, it refuses the user, a newer version made the tables.
std::expected<std::unique_ptr<Store>, std::string> open_postgres_store(const std::string& address,
                                                                       std::string_view site_id,
                                                                       Role role = Role::kServer);

// Reads alone; the tables must be there.
std::expected<std::unique_ptr<Reader>, std::string> open_postgres_reader(const std::string& address,
                                                                         std::string_view site_id);

}  // namespace ventanilla::store

// server/store/sql/sql_store.h
//
// The store in a database that speaks SQL. What differs between databases is how one connects to them.
#pragma once

#include <memory>
#include <string_view>

#include "server/store/sql/session.h"
#include "server/store/store.h"

namespace ventanilla::store {

// Throw what connecting throws, and where the database is not of newest_version().
std::unique_ptr<Reader> make_sql_reader(Connect read, std::string_view site);
// One connection writes, another one reads.
std::unique_ptr<Store> make_sql_store(Connect write, Connect read, std::string_view site,
                                      Role role);

}  // namespace ventanilla::store

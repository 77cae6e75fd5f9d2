// server/store/sql/migrations.h
//
// The database's shape, as numbered steps that only go forward. A step that was released is never
// changed: the next change is another step.
#pragma once

#include "server/store/sql/connection.h"

namespace ventanilla::store {

// The version that this program reads and writes.
int newest_version();

// Brings the database up to newest_version(), in one transaction. Throws DatabaseError,
// or std::runtime_error with a sentence for the operator if the database is another program's or a
// newer version's.
void migrate(Connection& connection);

// The database's version. Refuses what migrate() refuses; changes nothing.
int known_version(Connection& connection);

// The same, and refuses an older version too.
void require_newest_version(Connection& connection);

}  // namespace ventanilla::store

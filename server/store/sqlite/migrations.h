// server/store/sqlite/migrations.h
//
// The database's shape, as numbered steps that only go forward. A step that was released is never
// changed: the next change is another step.
#pragma once

#include "server/store/sqlite/database.h"

namespace ventanilla::store {

// The version that this program reads and writes.
int newest_version();

// Brings the database up to newest_version(), each step in one transaction. Throws DatabaseError,
// or std::runtime_error with a sentence for the operator if the file is another program's or a
// newer version's.
void migrate(Database& database);

// Refuses what migrate() refuses, and an older version too; changes nothing.
void require_newest_version(Database& database);

}  // namespace ventanilla::store

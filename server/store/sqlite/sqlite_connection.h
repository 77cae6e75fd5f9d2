// server/store/sqlite/sqlite_connection.h
//
// A connection to an SQLite file.
#pragma once

#include <filesystem>
#include <memory>

#include "server/store/sql/connection.h"

namespace ventanilla::store {

enum class FileAccess {
    kWrite,
    kWriteBeside,  // where another process has it for writing: no checkpoint
    kRead,
};

// The file must exist. Throws DatabaseError.
std::unique_ptr<Connection> connect_to_sqlite(const std::filesystem::path& file, FileAccess access);

// Writes all that `from` holds at one moment, its log included, over the existing file `to`, which has no log of its own
// then. Others may write to `from` meanwhile. Throws DatabaseError.
void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace ventanilla::store

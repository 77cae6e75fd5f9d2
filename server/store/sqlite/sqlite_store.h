// server/store/sqlite/sqlite_store.h
//
// The store in one SQLite file, `ventanilla.db`, in a folder of its own.
//
//   auto store = open_sqlite_store("/var/lib/ventanilla", site.id);
//   if (!store) return complain(store.error());
//
// One thread with one connection does all writing and all checkpoints; what waits is committed
// together (docs/decisions/0005-one-writer.md). A folder has one server at a time; others may read.
#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "server/store/store.h"

namespace ventanilla::store {

// Makes folder and database where they are missing (modes 0700 and 0600) and brings an older
// database up to date. The error is one sentence for the operator: another server runs on the
// folder, the file is no database, a newer version made it, the folder cannot be written to.
std::expected<std::unique_ptr<Store>, std::string>
open_sqlite_store(const std::filesystem::path& folder, std::string_view site_id);

// Where a server takes files in: on the disk of the folder, and emptied when the store is opened.
std::filesystem::path uploads_folder(const std::filesystem::path& folder);

// For a command that changes something, while a server runs or while none does: it makes no checkpoint, which is
// the server's alone. The error is one sentence, as above.
std::expected<std::unique_ptr<Store>, std::string>
open_sqlite_beside(const std::filesystem::path& folder, std::string_view site_id);

// Reads while a server runs, or while none does. The error is one sentence, as above.
std::expected<std::unique_ptr<Reader>, std::string>
open_sqlite_reader(const std::filesystem::path& folder, std::string_view site_id);

}  // namespace ventanilla::store

// server/store/sqlite/backup.h
//
// Copies of the database, and what becomes of one that is put back. A copy is checked as a whole before it takes its name: what
// is there is good.
//
//   auto copied = back_up("/var/lib/ventanilla", "/backup/monday.db");
//   if (!copied) return complain(copied.error());
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>

namespace ventanilla::store {

struct Copied {
    std::int64_t tickets = 0;  // of all sites
    std::filesystem::path replaced =
        {};  // where what was there before lies now; empty: nothing was
};

// Writes all that the folder's database holds at one moment into `file` (mode 0600), in place of an older copy there, and the
// files that it names into a folder beside it, `file` with "-files", durably;
// also while a server runs. The error is one sentence for the operator; then what was at `file` is as it was.
std::expected<Copied, std::string> back_up(const std::filesystem::path& folder,
                                           const std::filesystem::path& file);

// Makes the copy in `file` the folder's database; the folder is made where it is missing. What was in it stays beside it, under
// another name. The error is one sentence: a server runs on the folder, the file is damaged, no database of ours or of a newer
// version; then the folder's database is as it was.
std::expected<Copied, std::string> restore(const std::filesystem::path& file,
                                           const std::filesystem::path& folder);

}  // namespace ventanilla::store

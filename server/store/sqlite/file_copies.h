// server/store/sqlite/file_copies.h
//
// The files of a copy of the database: "monday.db-files" beside "monday.db".
#pragma once

#include <filesystem>
#include <stdexcept>

namespace ventanilla::store {

// It was erased while it was to be copied, or it never was there.
class FileMissing : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::filesystem::path files_beside(const std::filesystem::path& copy);

// Copies what the database names from one folder to the other, each checked against its name and durable. Those that are there
// already stay. Throws FileMissing or std::runtime_error.
void copy_files(const std::filesystem::path& database, const std::filesystem::path& from,
                const std::filesystem::path& to);

// Deletes from the folder what the database does not name.
void drop_other_files(const std::filesystem::path& database, const std::filesystem::path& folder);

}  // namespace ventanilla::store

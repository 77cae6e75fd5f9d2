// server/store/sqlite/data_folder.h
//
// The folder that a server keeps its data in, and the lock that makes it the only one there.
#pragma once

#include <filesystem>
#include <stdexcept>

namespace ventanilla::store {

inline constexpr const char* kDatabaseName = "ventanilla.db";
inline constexpr const char* kLockName = "ventanilla.lock";
inline constexpr const char* kFilesName = "files";      // a folder of what is attached
inline constexpr const char* kUploadsName = "uploads";  // a folder of what is coming in

// A whole sentence for the operator.
class FolderError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Holds the folder until it is destroyed, or the process dies however it does.
class DataFolder {
public:
    // Makes the folder (mode 0700), the one for uploads and an empty database file (mode 0600) where they are missing, and
    // throws away what came in only halfway when the process before this one died.
    // Throws FolderError.
    explicit DataFolder(const std::filesystem::path& folder);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& database() const { return database_; }

private:
    std::filesystem::path database_;
    int lock_ = -1;
};

}  // namespace ventanilla::store

// server/store/sql/file_folder.h
//
// Files named by the SHA-256 of their bytes, in a folder beside a database: whatever is there is whole, and equal files are one.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::store {

class FileFolder {
public:
    // Made when the first file comes.
    explicit FileFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // Moves a file of the same disk, which is durable already, under its name. Does nothing where it lies there. Throws
    // std::runtime_error.
    void take(const std::filesystem::path& file, std::string_view sha256) const;
    // Writes a file of these bytes, durable when this returns. Throws std::runtime_error.
    void write(std::string_view sha256, std::string_view bytes) const;
    [[nodiscard]] std::optional<std::string> read(std::string_view sha256) const;
    [[nodiscard]] std::filesystem::path path(std::string_view sha256) const;
    // Deletes all that nobody needs.
    void sweep(const std::function<bool(const std::string& sha256)>& is_needed) const;

private:
    void make() const;

    std::filesystem::path folder_;
};

}  // namespace ventanilla::store

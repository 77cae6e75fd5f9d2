// server/http/spool.h
//
// Bodies that are too large for memory lie in a file while somebody works on them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "server/http/message.h"

namespace ventanilla::http {

// A new file for its owner alone, which is gone with the last who holds this.
class BodyFile {
public:
    // Null if the folder takes none.
    static std::shared_ptr<const BodyFile> make(const std::filesystem::path& folder);

    explicit BodyFile(std::filesystem::path path) : path_(std::move(path)) {}
    ~BodyFile();
    BodyFile(const BodyFile&) = delete;
    BodyFile& operator=(const BodyFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct Spool {
    // Is the body of this request such a one? Only its head is there.
    std::function<bool(const Request&)> takes = [](const Request&) { return false; };
    std::filesystem::path folder = {};
    std::uint64_t max_bytes = 0;
};

}  // namespace ventanilla::http

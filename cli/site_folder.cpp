#include "cli/site_folder.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "core/article/video.h"

namespace ventanilla::cli {
namespace {

namespace fs = std::filesystem;

std::size_t limit_of(const std::string& name) {
    return !name.starts_with("media/") ? site::kMaxFileBytes
           : article::is_video(name)   ? site::kMaxVideoBytes
                                       : site::kMaxMediaBytes;
}

class FolderReader {
public:
    explicit FolderReader(const fs::path& folder) : root_(fs::canonical(folder)) {}

    FolderReading read() {
        std::error_code error;
        auto walk = fs::recursive_directory_iterator(root_, error);
        while (!error && walk != fs::recursive_directory_iterator()) {
            const fs::path path = walk->path();
            if (path.filename().string().starts_with('.')) {
                walk.disable_recursion_pending();
            } else if (!take(*walk)) {
                break;
            }
            walk.increment(error);
            if (error) {
                report(path, "file-unreadable",
                       "This folder cannot be read: " + error.message() + ".");
            }
        }
        return std::move(reading_);
    }

private:
    // False when there are too many files to go on.
    bool take(const fs::directory_entry& entry) {
        std::error_code error;
        if (entry.is_symlink(error)) {
            const fs::path target = fs::canonical(entry.path(), error);
            if (error || !lies_in(target, root_)) {
                report(entry.path(), "file-link",
                       "This link leads out of the site's folder or nowhere; put the file itself "
                       "here.");
                return true;
            }
            if (fs::is_directory(target)) {
                report(entry.path(), "file-link",
                       "This link leads to a folder; put the folder itself here.");
                return true;
            }
        }
        if (entry.is_directory(error)) {
            return true;
        }
        if (!entry.is_regular_file(error)) {
            report(entry.path(), "file-kind", "This is no ordinary file; take it out of the site.");
            return true;
        }
        if (reading_.files.size() >= kMaxSiteFiles) {
            report(root_, "file-count",
                   "There are more than " + std::to_string(kMaxSiteFiles) +
                       " files here; is this the folder of a site?");
            return false;
        }
        read_file(entry.path());
        return true;
    }

    void read_file(const fs::path& path) {
        std::string name = name_of(path);
        const std::size_t limit = limit_of(name);
        std::ifstream file(path, std::ios::binary);
        std::string bytes(limit + 1, '\0');
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (file.bad() || !file.is_open()) {
            return report(path, "file-unreadable",
                          "This file cannot be read; check its permissions.");
        }
        bytes.resize(static_cast<std::size_t>(file.gcount()));
        if (bytes.size() > limit) {
            return report(path, "file-size",
                          "This file is bigger than " + std::to_string(limit / 1'000'000) +
                              " MB; make it smaller.");
        }
        bytes.shrink_to_fit();
        reading_.files.emplace(std::move(name), std::move(bytes));
    }

    [[nodiscard]] std::string name_of(const fs::path& path) const {
        return path.lexically_relative(root_).generic_string();
    }

    void report(const fs::path& path, std::string rule, std::string message) {
        reading_.problems.push_back({.place = {.file = name_of(path)},
                                     .rule = std::move(rule),
                                     .message = std::move(message)});
    }

    fs::path root_;
    FolderReading reading_;
};

}  // namespace

bool lies_in(const fs::path& path, const fs::path& folder) {
    const fs::path outer = fs::weakly_canonical(folder);
    const fs::path inner = fs::weakly_canonical(fs::absolute(path));
    return std::ranges::mismatch(outer, inner).in1 == outer.end();
}

FolderReading read_site_folder(const fs::path& folder) {
    return FolderReader(folder).read();
}

}  // namespace ventanilla::cli

#include "cli/output_folder.h"

#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace ventanilla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMarker = "Made by \"ventanilla build\", which replaces this folder as "
                                     "a whole: keep nothing of your own in it.\n";

// Written into, then moved; goes with everything in it unless it was.
class StagingFolder {
public:
    explicit StagingFolder(const fs::path& target) {
        fs::create_directories(target.parent_path());
        for (int attempt = 0;; ++attempt) {
            path_ =
                target.parent_path() / ("." + target.filename().string() + ".new-" +
                                        std::to_string(::getpid()) + "-" + std::to_string(attempt));
            if (fs::create_directory(path_)) {
                return;
            }
        }
    }
    ~StagingFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

    void write(const std::string& name, std::string_view bytes) const {
        const fs::path path = path_ / name;
        fs::create_directories(path.parent_path());
        std::ofstream file(path, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file) {
            throw fs::filesystem_error("cannot write", path,
                                       std::make_error_code(std::errc::io_error));
        }
    }

    // In one step, also where `target` is there already; its former content is then what goes with this.
    void take_the_place_of(const fs::path& target) const {
        if (!fs::exists(target)) {
            return fs::rename(path_, target);
        }
        if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
            return;
        }
        // A file system that cannot exchange: for a moment there is no folder, but never half of one.
        const fs::path former = path_.string() + ".former";
        fs::rename(target, former);
        fs::rename(path_, target);
        fs::rename(former, path_);
    }

private:
    fs::path path_;
};

bool may_be_replaced(const fs::path& folder) {
    return !fs::exists(folder) ||
           (fs::is_directory(folder) && (fs::is_empty(folder) || fs::exists(folder / kMarkerName)));
}

}  // namespace

std::string file_of(std::string_view path, std::string_view content_type) {
    std::string file(path.substr(1));
    if (!content_type.starts_with("text/html") || file.ends_with(".html")) {
        return file;
    }
    if (!file.empty() && !file.ends_with('/')) {
        file += '/';
    }
    return file + "index.html";
}

std::expected<void, std::string> write_output(const http::StaticFiles& files,
                                              const fs::path& folder) {
    try {
        fs::path target = fs::weakly_canonical(fs::absolute(folder));
        if (!target.has_filename()) {
            target = target.parent_path();
        }
        if (!may_be_replaced(target)) {
            return std::unexpected(target.string() +
                                   " holds files that \"ventanilla build\" did not write; "
                                   "name a folder that is new or empty.");
        }
        const StagingFolder staging(target);
        for (const auto& [path, file] : files) {
            staging.write(file_of(path, file.content_type), file.bytes);
        }
        staging.write(kMarkerName, kMarker);
        staging.take_the_place_of(target);
    } catch (const fs::filesystem_error& error) {
        return std::unexpected(folder.string() +
                               " could not be written: " + error.code().message() + ".");
    }
    return {};
}

}  // namespace ventanilla::cli

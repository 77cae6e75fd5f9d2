#include "server/store/sql/file_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace ventanilla::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path) {
    throw std::runtime_error("cannot write " + path.string() + ": " + std::strerror(errno));
}

// Names in it are on the disk when this returns.
void sync_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool is_synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!is_synced) {
        fail(folder);
    }
}

}  // namespace

void FileFolder::take(const fs::path& file, std::string_view sha256) const {
    const fs::path target = path(sha256);
    if (fs::exists(target)) {
        return;
    }
    make();
    if (::rename(file.c_str(), target.c_str()) != 0) {
        fail(target);
    }
    sync_folder(folder_);
}

void FileFolder::write(std::string_view sha256, std::string_view bytes) const {
    make();
    const fs::path unnamed = path(std::string(sha256) + ".new");
    const int file = ::open(unnamed.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                            S_IRUSR | S_IWUSR);
    if (file < 0) {
        fail(unnamed);
    }
    bool is_written = true;
    while (is_written && !bytes.empty()) {
        const auto size = ::write(file, bytes.data(), bytes.size());
        is_written = size > 0;
        bytes.remove_prefix(is_written ? static_cast<std::size_t>(size) : 0);
    }
    is_written = is_written && ::fsync(file) == 0;
    ::close(file);
    if (!is_written) {
        fail(unnamed);
    }
    take(unnamed, sha256);
}

std::optional<std::string> FileFolder::read(std::string_view sha256) const {
    std::ifstream file(path(sha256), std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    return file.bad() ? std::nullopt : std::optional(std::move(bytes));
}

void FileFolder::make() const {
    if (::mkdir(folder_.c_str(), S_IRWXU) == 0) {
        sync_folder(folder_.has_parent_path() ? folder_.parent_path() : fs::path("."));
    } else if (errno != EEXIST) {
        fail(folder_);
    }
}

fs::path FileFolder::path(std::string_view sha256) const {
    return folder_ / sha256;
}

void FileFolder::sweep(const std::function<bool(const std::string&)>& is_needed) const {
    std::error_code missing;
    std::vector<fs::path> dropped;
    for (const auto& entry : fs::directory_iterator(folder_, missing)) {
        if (!is_needed(entry.path().filename().string())) {
            dropped.push_back(entry.path());
        }
    }
    for (const fs::path& file : dropped) {
        fs::remove(file);
    }
    if (!dropped.empty()) {
        sync_folder(folder_);
    }
}

}  // namespace ventanilla::store

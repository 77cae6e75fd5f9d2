#include "server/store/sqlite/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace ventanilla::store {
namespace {

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path, int code) {
    throw FolderError(what + " " + path.string() + ": " + std::strerror(code));
}

void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        fail("cannot make the data folder", folder, errno);
    }
    if (!std::filesystem::is_directory(folder, error)) {
        fail("cannot make the data folder", folder, ENOTDIR);
    }
}

int open_file(const std::filesystem::path& file) {
    const int descriptor =
        ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kOwnerOnly);
    if (descriptor < 0) {
        fail("cannot open", file, errno);
    }
    return descriptor;
}

}  // namespace

DataFolder::DataFolder(const std::filesystem::path& folder) : database_(folder / kDatabaseName) {
    std::error_code error;
    if (folder.has_parent_path()) {
        std::filesystem::create_directories(folder.parent_path(), error);
    }
    make_folder(folder);
    lock_ = open_file(folder / kLockName);
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        const int code = errno;
        ::close(lock_);
        if (code == EWOULDBLOCK) {
            throw FolderError("another server is running on the data folder " + folder.string() +
                              "; stop it first, or choose another folder");
        }
        fail("cannot lock the data folder", folder, code);
    }
    try {
        std::filesystem::remove_all(folder / kUploadsName, error);
        make_folder(folder / kUploadsName);
        // SQLite gives its other files the mode of this one.
        ::close(open_file(database_));
    } catch (...) {
        ::close(lock_);
        throw;
    }
}

DataFolder::~DataFolder() {
    ::close(lock_);
}

}  // namespace ventanilla::store

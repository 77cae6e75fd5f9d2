#include "server/store/sqlite/backup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "server/store/sql/migrations.h"
#include "server/store/sqlite/data_folder.h"
#include "server/store/sqlite/file_copies.h"
#include "server/store/sqlite/sqlite_connection.h"

namespace ventanilla::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, const fs::path& path) {
    throw std::runtime_error(what + " " + path.string() + ": " + std::strerror(errno));
}

// What is written to it is on the disk when this returns.
void sync(const fs::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    const bool is_synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!is_synced) {
        fail("cannot write", path);
    }
}

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

void take_away(const fs::path& file) {
    std::error_code missing;
    fs::remove(file, missing);
}

// A file for its owner alone, which goes unless it has taken its name.
class NewFile {
public:
    explicit NewFile(fs::path name) : name_(std::move(name)), path_(name_.string() + ".new") {
        take_away(path_);
        const int made = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                                S_IRUSR | S_IWUSR);
        if (made < 0) {
            fail("cannot make", path_);
        }
        ::close(made);
    }
    ~NewFile() {
        take_away(path_);
        take_away(path_.string() + "-journal");
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }

    void take_name() const {
        sync(path_, O_RDWR);
        if (::rename(path_.c_str(), name_.c_str()) != 0) {
            fail("cannot write", name_);
        }
        sync(folder_of(name_), O_RDONLY | O_DIRECTORY);
    }

private:
    fs::path name_;
    fs::path path_;
};

// Throws what is wrong with it.
std::int64_t checked_tickets(const fs::path& file) {
    const auto connection = connect_to_sqlite(file, FileAccess::kRead);
    if (known_version(*connection) == 0) {
        throw std::runtime_error("it holds no requests of Ventanilla");
    }
    const auto text = [](const Statement& row) { return row.text(0); };
    Statement integrity = connection->prepare("PRAGMA integrity_check(1)");
    if (const auto said = first(integrity, text); said != "ok") {
        throw std::runtime_error("it is damaged (" + said.value_or("no answer") + ")");
    }
    Statement keys = connection->prepare("PRAGMA foreign_key_check");
    if (first(keys, text)) {
        throw std::runtime_error("it is damaged (rows without the ones that they belong to)");
    }
    Statement count = connection->prepare("SELECT count(*) FROM tickets");
    return first(count, [](const Statement& row) { return row.integer(0); }).value_or(0);
}

Copied back_up_once(const fs::path& from, const fs::path& to) {
    const NewFile copy(to);
    copy_sqlite(from, copy.path());
    Copied copied{.tickets = checked_tickets(copy.path())};
    copy_files(copy.path(), from.parent_path() / kFilesName, files_beside(to));
    copy.take_name();
    drop_other_files(to, files_beside(to));
    return copied;
}

std::expected<Copied, std::string> back_up_or_say(const fs::path& from, const fs::path& to,
                                                  const std::string& failure) {
    // A request may be erased between the copy of the database and that of its files: then there is a newer state to copy.
    constexpr int kAttempts = 5;
    try {
        for (int attempt = 1; attempt < kAttempts; ++attempt) {
            try {
                return back_up_once(from, to);
            } catch (const FileMissing&) {
                continue;
            }
        }
        return back_up_once(from, to);
    } catch (const std::exception& error) {
        return std::unexpected(failure + ": " + error.what());
    }
}

bool holds_nothing(const fs::path& file) {
    return fs::file_size(file) == 0 && !fs::exists(file.string() + "-wal");
}

// "ventanilla-replaced.db", "ventanilla-replaced-2.db" ...: the first that there is not.
fs::path free_name(const fs::path& folder) {
    fs::path name = folder / "ventanilla-replaced.db";
    for (int number = 2; fs::exists(name); ++number) {
        name = folder / ("ventanilla-replaced-" + std::to_string(number) + ".db");
    }
    return name;
}

// What lies in the folder, whatever it is worth, under another name. Its log goes into it where it can be read, and else
// along with it.
fs::path put_aside(const fs::path& database) {
    const fs::path aside = free_name(database.parent_path());
    if (!back_up_or_say(database, aside, {})) {
        for (const char* part : {"", "-wal", "-shm"}) {
            if (fs::exists(database.string() + part)) {
                fs::copy_file(database.string() + part, aside.string() + part);
                sync(aside.string() + part, O_RDWR);
            }
        }
        if (const fs::path files = database.parent_path() / kFilesName; fs::exists(files)) {
            fs::copy(files, files_beside(aside), fs::copy_options::recursive);
        }
    }
    return aside;
}

}  // namespace

std::expected<Copied, std::string> back_up(const fs::path& folder, const fs::path& file) {
    const fs::path database = folder / kDatabaseName;
    if (!fs::exists(database)) {
        return std::unexpected("no requests are kept in " + folder.string() + ": it holds no " +
                               std::string(kDatabaseName));
    }
    return back_up_or_say(database, file,
                          "the database " + database.string() + " cannot be copied to " +
                              file.string());
}

std::expected<Copied, std::string> restore(const fs::path& file, const fs::path& folder) {
    if (!fs::is_regular_file(file)) {
        return std::unexpected("there is no file " + file.string());
    }
    try {
        const DataFolder held(folder);
        const NewFile copy(held.database());
        copy_sqlite(file, copy.path());
        Copied copied{.tickets = checked_tickets(copy.path())};
        copy_files(copy.path(), files_beside(file), folder / kFilesName);
        if (!holds_nothing(held.database())) {
            copied.replaced = put_aside(held.database());
        }
        // A log beside another database than its own would be taken for that one's.
        take_away(held.database().string() + "-wal");
        take_away(held.database().string() + "-shm");
        copy.take_name();
        return copied;
    } catch (const FolderError& error) {
        return std::unexpected(std::string(error.what()));
    } catch (const std::exception& error) {
        return std::unexpected("the backup " + file.string() +
                               " cannot be restored: " + error.what());
    }
}

}  // namespace ventanilla::store

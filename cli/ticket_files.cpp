#include "cli/ticket_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ostream>
#include <stdexcept>

#include "cli/printable.h"
#include "core/ticket/tracking_code.h"

namespace ventanilla::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path) {
    throw std::runtime_error("cannot write " + path.string() + ": " + std::strerror(errno));
}

void make_folder(const fs::path& folder) {
    std::error_code error;
    if (folder.has_parent_path()) {
        fs::create_directories(folder.parent_path(), error);
    }
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        fail(folder);
    }
}

void write_new(const fs::path& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                            S_IRUSR | S_IWUSR);
    if (file < 0) {
        fail(path);
    }
    bool is_written = true;
    while (is_written && !bytes.empty()) {
        const auto size = ::write(file, bytes.data(), bytes.size());
        is_written = size > 0;
        bytes.remove_prefix(is_written ? static_cast<std::size_t>(size) : 0);
    }
    if (::close(file) != 0 || !is_written) {
        fail(path);
    }
}

}  // namespace

int save_files(store::Reader& reader, std::string_view tracking_code, const fs::path& folder,
               std::ostream& out) {
    int count = 0;
    for (const store::Attachment& file : reader.attachments(tracking_code)) {
        const auto bytes = reader.bytes(file);
        if (!bytes) {
            throw std::runtime_error("the file " + printable(file.name) + " of the request " +
                                     std::string(tracking_code) + " is not there");
        }
        make_folder(folder);
        const fs::path path = folder / (std::to_string(file.number) + "-" + file.name);
        write_new(path, *bytes);
        out << printable(path.string()) << '\n';
        ++count;
    }
    return count;
}

int save_ticket_files(const KeptData& kept, const std::string& code, const fs::path& folder,
                      const Environment& environment) {
    const auto normalised = ticket::normalise_tracking_code(code);
    const auto reader = open(kept, environment);
    if (!normalised || !reader->find(*normalised)) {
        environment.log << "There is no request with the code " << printable(code) << ".\n";
        return kFailed;
    }
    if (save_files(*reader, *normalised, folder, environment.out) == 0) {
        environment.log << "Nothing is attached to the request " << *normalised << ".\n";
    }
    return kFine;
}

}  // namespace ventanilla::cli

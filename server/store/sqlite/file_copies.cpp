#include "server/store/sqlite/file_copies.h"

#include <set>
#include <string>

#include "server/crypto/crypto.h"
#include "server/store/sql/file_folder.h"
#include "server/store/sqlite/sqlite_connection.h"

namespace ventanilla::store {
namespace {

namespace fs = std::filesystem;

// Of all sites. None where the database is from before there were files.
std::set<std::string> named_files(const fs::path& database) {
    const auto connection = connect_to_sqlite(database, FileAccess::kRead);
    Statement table = connection->prepare("SELECT 1 FROM sqlite_schema WHERE name = 'files'");
    if (!first(table, [](const Statement&) { return true; })) {
        return {};
    }
    Statement names = connection->prepare("SELECT DISTINCT sha256 FROM files");
    const auto all_of_them = all(names, [](const Statement& row) { return row.text(0); });
    return {all_of_them.begin(), all_of_them.end()};
}

}  // namespace

fs::path files_beside(const fs::path& copy) {
    return copy.string() + "-files";
}

void copy_files(const fs::path& database, const fs::path& from, const fs::path& to) {
    const FileFolder source(from);
    const FileFolder target(to);
    for (const std::string& name : named_files(database)) {
        if (fs::exists(target.path(name))) {
            continue;
        }
        const auto bytes = source.read(name);
        if (!bytes) {
            throw FileMissing("the file " + source.path(name).string() + " is not there");
        }
        if (server::sha256_hex(*bytes) != name) {
            throw std::runtime_error("the file " + source.path(name).string() + " is damaged");
        }
        target.write(name, *bytes);
    }
}

void drop_other_files(const fs::path& database, const fs::path& folder) {
    const auto named = named_files(database);
    FileFolder(folder).sweep([&](const std::string& name) { return named.contains(name); });
}

}  // namespace ventanilla::store

#include "server/store/sqlite/sqlite_store.h"

#include <utility>

#include "server/store/sql/sql_store.h"
#include "server/store/sqlite/data_folder.h"
#include "server/store/sqlite/sqlite_connection.h"

namespace ventanilla::store {
namespace {

std::string about(const std::filesystem::path& file, const std::exception& error) {
    return "the database " + file.string() + " cannot be opened: " + error.what();
}

std::string about_nothing(const std::filesystem::path& folder) {
    return "no requests are kept in " + folder.string() + ": it holds no " +
           std::string(kDatabaseName);
}

}  // namespace

std::expected<std::unique_ptr<Store>, std::string>
open_sqlite_store(const std::filesystem::path& folder, std::string_view site_id) {
    try {
        // Held as long as anything can connect.
        const auto held = std::make_shared<const DataFolder>(folder);
        return make_sql_store(
            [held] { return connect_to_sqlite(held->database(), FileAccess::kWrite); },
            [held] { return connect_to_sqlite(held->database(), FileAccess::kRead); }, site_id,
            Role::kServer);
    } catch (const FolderError& error) {
        return std::unexpected(std::string(error.what()));
    } catch (const std::exception& error) {
        return std::unexpected(about(folder / kDatabaseName, error));
    }
}

std::filesystem::path uploads_folder(const std::filesystem::path& folder) {
    return folder / kUploadsName;
}

std::expected<std::unique_ptr<Store>, std::string>
open_sqlite_beside(const std::filesystem::path& folder, std::string_view site_id) {
    const auto file = folder / kDatabaseName;
    if (!std::filesystem::exists(file)) {
        return std::unexpected(about_nothing(folder));
    }
    try {
        return make_sql_store([file] { return connect_to_sqlite(file, FileAccess::kWriteBeside); },
                              [file] { return connect_to_sqlite(file, FileAccess::kRead); },
                              site_id, Role::kCommand);
    } catch (const std::exception& error) {
        return std::unexpected(about(file, error));
    }
}

std::expected<std::unique_ptr<Reader>, std::string>
open_sqlite_reader(const std::filesystem::path& folder, std::string_view site_id) {
    if (!std::filesystem::exists(folder / kDatabaseName)) {
        return std::unexpected(about_nothing(folder));
    }
    try {
        return make_sql_reader(
            [file = folder / kDatabaseName] { return connect_to_sqlite(file, FileAccess::kRead); },
            site_id);
    } catch (const std::exception& error) {
        return std::unexpected(about(folder / kDatabaseName, error));
    }
}

}  // namespace ventanilla::store

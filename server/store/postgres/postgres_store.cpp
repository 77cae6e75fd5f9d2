#include "server/store/postgres/postgres_store.h"

#include "server/store/postgres/postgres_connection.h"
#include "server/store/sql/sql_store.h"

namespace ventanilla::store {
namespace {

// The address is not repeated: a password may stand in it.
std::string about(const std::exception& error) {
    return std::string("the PostgreSQL database cannot be used: ") + error.what();
}

}  // namespace

std::expected<std::unique_ptr<Store>, std::string>
open_postgres_store(const std::string& address, std::string_view site_id, Role role) {
    const auto connect = [address] { return connect_to_postgres(address); };
    try {
        return make_sql_store(connect, connect, site_id, role);
    } catch (const std::exception& error) {
        return std::unexpected(about(error));
    }
}

std::expected<std::unique_ptr<Reader>, std::string> open_postgres_reader(const std::string& address,
                                                                         std::string_view site_id) {
    try {
        return make_sql_reader([address] { return connect_to_postgres(address); }, site_id);
    } catch (const std::exception& error) {
        return std::unexpected(about(error));
    }
}

}  // namespace ventanilla::store

#include "cli/kept_data.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "cli/share_folder.h"
#include "core/base/json.h"
#include "server/store/postgres/postgres_store.h"
#include "server/store/sqlite/sqlite_store.h"

namespace ventanilla::cli {
namespace {

template <typename T>
T opened(std::expected<T, std::string> store) {
    if (!store) {
        throw std::runtime_error(store.error() + ".");
    }
    return std::move(*store);
}

const std::filesystem::path& folder_of(const KeptData& kept) {
    if (!std::filesystem::is_directory(kept.data)) {
        throw std::runtime_error(
            "There is no folder " + kept.data.string() +
            "; name the one that \"ventanilla serve\" keeps its data in with --data.");
    }
    return kept.data;
}

}  // namespace

std::filesystem::path site_of(const KeptData& kept, const Environment& environment) {
    return kept.site.value_or(demo_site(environment.share));
}

std::string site_id(const KeptData& kept, const Environment& environment) {
    const std::filesystem::path file = site_of(kept, environment) / "site.json";
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(stream)),
                            std::istreambuf_iterator<char>());
    const auto json = base::parse_json(bytes);
    const std::string id(json ? base::string_at(*json, "id") : std::string_view());
    if (id.empty()) {
        throw std::runtime_error(file.string() + " names no site.");
    }
    return id;
}

std::unique_ptr<store::Reader> open(const KeptData& kept, const Environment& environment) {
    const std::string site = site_id(kept, environment);
    return opened(kept.database.empty() ? store::open_sqlite_reader(folder_of(kept), site)
                                        : store::open_postgres_reader(kept.database, site));
}

std::unique_ptr<store::Store> open_to_change(const KeptData& kept, const Environment& environment) {
    const std::string site = site_id(kept, environment);
    return opened(kept.database.empty()
                      ? store::open_sqlite_beside(folder_of(kept), site)
                      : store::open_postgres_store(kept.database, site, store::Role::kCommand));
}

}  // namespace ventanilla::cli

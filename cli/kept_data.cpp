#include "cli/kept_data.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "cli/share_folder.h"
#include "core/base/json.h"
#include "server/store/postgres/postgres_store.h"
#include "server/store/sqlite/sqlite_store.h"

namespace ventanilla::cli {

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
    if (!kept.database.empty()) {
        auto reader = store::open_postgres_reader(kept.database, site_id(kept, environment));
        if (!reader) {
            throw std::runtime_error(reader.error() + ".");
        }
        return std::move(*reader);
    }
    if (!std::filesystem::is_directory(kept.data)) {
        throw std::runtime_error(
            "There is no folder " + kept.data.string() +
            "; name the one that \"ventanilla serve\" keeps its data in with --data.");
    }
    auto reader = store::open_sqlite_reader(kept.data, site_id(kept, environment));
    if (!reader) {
        throw std::runtime_error(reader.error() + ".");
    }
    return std::move(*reader);
}

}  // namespace ventanilla::cli

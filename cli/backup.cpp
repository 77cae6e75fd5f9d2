#include "cli/backup.h"

#include <string_view>

#include "server/store/sqlite/backup.h"

namespace ventanilla::cli {
namespace {

// With the one sentence of what went wrong, or went well.
int say(const std::expected<store::Copied, std::string>& copied, std::string_view done,
        const std::filesystem::path& place, const Environment& environment) {
    if (!copied) {
        environment.log << copied.error() << ".\n";
        return kFailed;
    }
    environment.log << done << " " << place.string() << ", whole and checked: " << copied->tickets
                    << " requests.\n";
    if (!copied->replaced.empty()) {
        environment.log << "What was there before lies in " << copied->replaced.string()
                        << "; delete it when it is needed no more.\n";
    }
    return kFine;
}

bool is_elsewhere(const KeptData& kept, const Environment& environment) {
    if (!kept.database.empty()) {
        environment.log << "PostgreSQL makes its own backups: see pg_dump and pg_restore.\n";
    }
    return !kept.database.empty();
}

}  // namespace

int back_up(const KeptData& kept, const std::filesystem::path& file,
            const Environment& environment) {
    return is_elsewhere(kept, environment)
               ? kFailed
               : say(store::back_up(kept.data, file), "Backed up to", file, environment);
}

int restore(const KeptData& kept, const std::filesystem::path& file,
            const Environment& environment) {
    return is_elsewhere(kept, environment)
               ? kFailed
               : say(store::restore(file, kept.data), "Restored in", kept.data, environment);
}

}  // namespace ventanilla::cli

// cli/backup.h
//
// "ventanilla backup" and "ventanilla restore": copies of what a server keeps in its data folder.
#pragma once

#include <filesystem>

#include "cli/environment.h"
#include "cli/kept_data.h"

namespace ventanilla::cli {

int back_up(const KeptData& kept, const std::filesystem::path& file,
            const Environment& environment);
int restore(const KeptData& kept, const std::filesystem::path& file,
            const Environment& environment);

}  // namespace ventanilla::cli

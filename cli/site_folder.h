// cli/site_folder.h
//
// Reads the files of a site from disk, within limits: what is too big, leads out of the folder or cannot be read
// becomes a problem with its name. Names that begin with "." are passed over.
#pragma once

#include <cstddef>
#include <filesystem>

#include "core/base/problem.h"
#include "core/site/site.h"

namespace ventanilla::cli {

inline constexpr std::size_t kMaxSiteFiles = 50'000;

struct FolderReading {
    site::Files files;        // path relative to the folder -> bytes
    base::Problems problems;  // rules: file-size, file-kind, file-unreadable, file-link, file-count
};

// Whether a path is the folder or in it, links followed. It may be of something that does not exist yet.
bool lies_in(const std::filesystem::path& path, const std::filesystem::path& folder);

// Precondition: `folder` is a folder.
FolderReading read_site_folder(const std::filesystem::path& folder);

}  // namespace ventanilla::cli

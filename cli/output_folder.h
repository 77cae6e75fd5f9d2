// cli/output_folder.h
//
// Puts published files into a folder all at once: they are written beside it and then take its place, so that
// nobody ever sees half of them, and an attempt that fails leaves the folder as it was.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "server/http/static_files.h"

namespace ventanilla::cli {

// Marks a folder as written by this, and free to be replaced.
inline constexpr const char* kMarkerName = ".ventanilla-build";

// Where a path of the table stands in the folder: "/es/" in "es/index.html".
std::string file_of(std::string_view path, std::string_view content_type);

// The error is one sentence: the folder holds something else, or cannot be written to.
std::expected<void, std::string> write_output(const http::StaticFiles& files,
                                              const std::filesystem::path& folder);

}  // namespace ventanilla::cli

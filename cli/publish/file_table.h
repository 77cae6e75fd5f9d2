// cli/publish/file_table.h
//
// Collects what is published, and gives each immutable file its name.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/static_files.h"

namespace ventanilla::publish {

// By the name's extension; "application/octet-stream" where it is not known.
std::string content_type(std::string_view name);

class FileTable {
public:
    // Stores `bytes` as "<stem>.<hash>.<extension>" and returns that address.
    std::string add_immutable(std::string_view stem, std::string_view extension, std::string bytes);
    // Stores `files` in the folder "<stem>.<hash>/" under their names and returns that address. `identity` tells them from those
    // of another version: another text for each.
    std::string add_immutable_folder(std::string_view stem, std::string_view identity,
                                     std::vector<std::pair<std::string, std::string>> files);
    // A page or another file whose address stays when its content changes.
    void add(std::string address, std::string bytes, std::string_view type,
             std::string policy = {});

    // The same for a file that pages of other origins load.
    void add_for_everyone(const std::string& address, std::string bytes, std::string_view type);

    [[nodiscard]] http::StaticFiles take() && { return std::move(files_); }

private:
    http::StaticFiles files_;
};

}  // namespace ventanilla::publish

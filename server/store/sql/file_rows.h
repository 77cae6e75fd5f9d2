// server/store/sql/file_rows.h
//
// The SQL of one site's files. Their bytes lie in the folder that the connection has for them, or in rows of their own. Throws
// DatabaseError or std::runtime_error; neither begins nor ends a transaction.
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/sql/connection.h"
#include "server/store/store.h"

namespace ventanilla::store {

class FileRows {
public:
    FileRows(Connection& connection, std::string_view site);

    // True: it was there already.
    std::expected<bool, Fault> keep(const Upload& upload, const std::filesystem::path& bytes);
    // Are all of them here, and nobody's yet?
    bool are_free(std::span<const Attaching> files);
    // Makes them a ticket's. Throws if one of them is another's by now.
    void attach(std::string_view tracking_code, int event, std::span<const Attaching> files);
    std::vector<Attachment> of(std::string_view tracking_code);
    std::optional<std::string> read(const Attachment& attachment);

    void erase(std::string_view tracking_code);
    // Those that are nobody's, and came before.
    void expire(Time before);

private:
    void keep_in_rows(std::string_view id_hash, const std::filesystem::path& bytes);

    std::string site_;
    FileFolder* folder_;
    Statement find_;
    Statement insert_;
    Statement insert_chunk_;
    Statement free_;
    Statement attach_;
    Statement list_;
    Statement chunks_;
    Statement erase_chunks_;
    Statement erase_;
    Statement expire_chunks_;
    Statement expire_;
};

}  // namespace ventanilla::store

#include "server/store/sql/file_rows.h"

#include <fstream>
#include <set>
#include <stdexcept>

#include "server/store/sql/file_folder.h"
#include "server/store/sql/times.h"

namespace ventanilla::store {
namespace {

constexpr std::size_t kChunkBytes = 256 * 1024;

Attachment read_attachment(const Statement& row) {
    return {.number = static_cast<int>(row.integer(0)),
            .event = static_cast<int>(row.integer(1)),
            .name = row.text(2),
            .type = row.text(3),
            .size = row.integer(4),
            .sha256 = row.text(5),
            .id_hash = row.text(6)};
}

}  // namespace

FileRows::FileRows(Connection& connection, std::string_view site)
    : site_(site), folder_(connection.files()),
      find_(connection.prepare("SELECT sha256 FROM files WHERE site = $1 AND id_hash = $2")),
      insert_(connection.prepare(
          "INSERT INTO files (site, id_hash, sha256, size, type, received, tracking_code, number, "
          "event, name) VALUES ($1, $2, $3, $4, $5, $6, '', 0, 0, '')")),
      insert_chunk_(connection.prepare(
          "INSERT INTO file_chunks (site, id_hash, number, bytes) VALUES ($1, $2, $3, $4)")),
      free_(connection.prepare(
          "SELECT 1 FROM files WHERE site = $1 AND id_hash = $2 AND tracking_code = ''")),
      attach_(connection.prepare(
          "UPDATE files SET tracking_code = $3, event = $4, name = $5, number = 1 + "
          "COALESCE((SELECT max(number) FROM files WHERE site = $1 AND tracking_code = $3), 0) "
          "WHERE site = $1 AND id_hash = $2 AND tracking_code = '' RETURNING 1")),
      list_(connection.prepare(
          "SELECT number, event, name, type, size, sha256, id_hash FROM files "
          "WHERE site = $1 AND tracking_code = $2 AND tracking_code <> '' ORDER BY number")),
      chunks_(connection.prepare(
          "SELECT bytes FROM file_chunks WHERE site = $1 AND id_hash = $2 ORDER BY number")),
      erase_chunks_(
          connection.prepare("DELETE FROM file_chunks WHERE site = $1 AND id_hash IN "
                             "(SELECT id_hash FROM files WHERE site = $1 AND tracking_code = $2)")),
      erase_(connection.prepare("DELETE FROM files WHERE site = $1 AND tracking_code = $2")),
      expire_chunks_(connection.prepare(
          "DELETE FROM file_chunks WHERE site = $1 AND id_hash IN (SELECT id_hash FROM files "
          "WHERE site = $1 AND tracking_code = '' AND received < $2)")),
      expire_(connection.prepare(
          "DELETE FROM files WHERE site = $1 AND tracking_code = '' AND received < $2")) {}

std::expected<bool, Fault> FileRows::keep(const Upload& upload,
                                          const std::filesystem::path& bytes) {
    if (const auto known = first(find_.with(site_, upload.id_hash),
                                 [](const Statement& row) { return row.text(0); })) {
        return *known == upload.sha256 ? std::expected<bool, Fault>(true)
                                       : std::unexpected(Fault::kKeyReused);
    }
    insert_
        .with(site_, upload.id_hash, upload.sha256, upload.size, upload.type,
              milliseconds(upload.received))
        .run();
    if (folder_ != nullptr) {
        folder_->take(bytes, upload.sha256);
    } else {
        keep_in_rows(upload.id_hash, bytes);
    }
    return false;
}

void FileRows::keep_in_rows(std::string_view id_hash, const std::filesystem::path& bytes) {
    std::ifstream file(bytes, std::ios::binary);
    std::string chunk(kChunkBytes, '\0');
    for (std::int64_t number = 0; file; ++number) {
        file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        const auto size = static_cast<std::size_t>(file.gcount());
        if (size > 0) {
            insert_chunk_.with(site_, id_hash, number, Bytes{{chunk.data(), size}}).run();
        }
    }
    if (!file.eof()) {
        throw std::runtime_error("cannot read " + bytes.string());
    }
}

bool FileRows::are_free(std::span<const Attaching> files) {
    std::set<std::string_view> named;
    for (const Attaching& file : files) {
        const bool is_here = first(free_.with(site_, file.id_hash), [](const Statement&) {
                                 return true;
                             }).has_value();
        if (!is_here || !named.insert(file.id_hash).second) {
            return false;
        }
    }
    return true;
}

void FileRows::attach(std::string_view tracking_code, int event, std::span<const Attaching> files) {
    for (const Attaching& file : files) {
        attach_.with(site_, file.id_hash, tracking_code, std::int64_t{event}, file.name);
        if (!first(attach_, [](const Statement&) { return true; })) {
            throw std::runtime_error("another request has taken the file");
        }
    }
}

std::vector<Attachment> FileRows::of(std::string_view tracking_code) {
    return all(list_.with(site_, tracking_code), read_attachment);
}

std::optional<std::string> FileRows::read(const Attachment& attachment) {
    if (folder_ != nullptr) {
        return folder_->read(attachment.sha256);
    }
    std::string bytes;
    chunks_.with(site_, attachment.id_hash);
    while (chunks_.step()) {
        bytes += chunks_.bytes(0);
    }
    chunks_.reset();
    return static_cast<std::int64_t>(bytes.size()) == attachment.size ? std::optional(bytes)
                                                                      : std::nullopt;
}

void FileRows::erase(std::string_view tracking_code) {
    erase_chunks_.with(site_, tracking_code).run();
    erase_.with(site_, tracking_code).run();
}

void FileRows::expire(Time before) {
    expire_chunks_.with(site_, milliseconds(before)).run();
    expire_.with(site_, milliseconds(before)).run();
}

}  // namespace ventanilla::store

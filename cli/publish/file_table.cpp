#include "cli/publish/file_table.h"

#include <array>

#include "server/crypto/crypto.h"

namespace ventanilla::publish {
namespace {

// Of the 64 hexadecimal digits: 48 bits are plenty for the files of one site.
constexpr std::size_t kHashDigits = 12;

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kTypes{{
    {"avif", "image/avif"},
    {"bin", "application/octet-stream"},
    {"css", "text/css; charset=utf-8"},
    {"gif", "image/gif"},
    {"html", "text/html; charset=utf-8"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"js", "text/javascript; charset=utf-8"},
    {"json", "application/json"},
    {"mp4", "video/mp4"},
    {"png", "image/png"},
    {"svg", "image/svg+xml"},
    {"ttf", "font/ttf"},
    {"txt", "text/plain; charset=utf-8"},
    {"vtt", "text/vtt; charset=utf-8"},
    {"wasm", "application/wasm"},
    {"webp", "image/webp"},
}};

std::string hashed(std::string_view stem, std::string_view bytes) {
    std::string address(stem);
    address += '.';
    address += server::sha256_hex(bytes).substr(0, kHashDigits);
    return address;
}

http::StaticFile immutable(std::string_view address, std::string bytes) {
    return {.bytes = std::move(bytes),
            .content_type = content_type(address),
            .immutable = true,
            .content_security_policy = {},
            .cross_origin = false};
}

}  // namespace

std::string content_type(std::string_view name) {
    const std::string_view extension = name.substr(name.rfind('.') + 1);
    for (const auto& [known, type] : kTypes) {
        if (known == extension) {
            return std::string(type);
        }
    }
    return "application/octet-stream";
}

std::string FileTable::add_immutable(std::string_view stem, std::string_view extension,
                                     std::string bytes) {
    std::string address = hashed(stem, bytes);
    address += '.';
    address += extension;
    files_[address] = immutable(address, std::move(bytes));
    return address;
}

std::string
FileTable::add_immutable_folder(std::string_view stem, std::string_view identity,
                                std::vector<std::pair<std::string, std::string>> files) {
    std::string folder = hashed(stem, identity) + '/';
    for (auto& [name, bytes] : files) {
        const std::string address = folder + name;
        files_[address] = immutable(address, std::move(bytes));
    }
    return folder;
}

void FileTable::add(std::string address, std::string bytes, std::string_view type,
                    std::string policy) {
    files_[std::move(address)] = {.bytes = std::move(bytes),
                                  .content_type = content_type(type),
                                  .immutable = false,
                                  .content_security_policy = std::move(policy),
                                  .cross_origin = false};
}

void FileTable::add_for_everyone(const std::string& address, std::string bytes,
                                 std::string_view type) {
    add(address, std::move(bytes), type);
    files_[address].cross_origin = true;
}

}  // namespace ventanilla::publish

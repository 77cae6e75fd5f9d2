#include "core/ticket/attachment.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace ventanilla::ticket {

bool is_file_name(std::string_view name) {
    const auto is_fine = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '/' && c != '\\';
    };
    return !name.empty() && name.size() <= kMaxFileNameBytes && name != "." && name != ".." &&
           std::ranges::all_of(name, is_fine) && !text::first_invalid_utf8(name);
}

bool is_upload_id(std::string_view id) {
    return id.size() == kUploadIdDigits && std::ranges::all_of(id, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

}  // namespace ventanilla::ticket

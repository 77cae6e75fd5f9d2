// core/ticket/attachment.h
//
// What may be attached to a request and to each message about it: the limits that a customer is told before she chooses, and
// that the server holds.
#pragma once

#include <cstddef>
#include <string_view>

namespace ventanilla::ticket {

inline constexpr std::size_t kMaxAttachments = 5;                     // of one message
inline constexpr std::size_t kMaxAttachmentBytes = 10 * 1024 * 1024;  // of each
inline constexpr std::size_t kMaxFileNameBytes = 255;
inline constexpr std::size_t kUploadIdDigits = 32;

// Text in UTF-8 that can be the name of a file in any folder: no control characters, no slash of either kind, not "." nor "..".
bool is_file_name(std::string_view name);

// 32 lower-case hexadecimal digits: 128 bits that nobody can guess, made by whoever uploads a file.
bool is_upload_id(std::string_view id);

}  // namespace ventanilla::ticket

// server/store/file.h
//
// Files that customers and the team attach. One comes before the request or message that names it, and belongs to nobody until
// then: docs/decisions/0030-attachments.md.
#pragma once

#include <cstdint>
#include <string>

#include "server/store/ticket.h"

namespace ventanilla::store {

// That no request has named by then is thrown away.
inline constexpr std::chrono::hours kUploadLife{24};

struct Upload {
    std::string id_hash;    // SHA-256 of the id by which its sender will name it
    std::string sha256;     // of its bytes; 64 lower-case hexadecimal digits
    std::int64_t size = 0;  // bytes
    std::string type;       // media type, by its content
    Time received;
};

// An upload becomes part of a request or a message.
struct Attaching {
    std::string id_hash;
    std::string name;
};

struct Attachment {
    int number = 0;  // 1, 2 ... within the request
    int event = 0;   // the message that it came with; 0: the request itself
    std::string name;
    std::string type;
    std::int64_t size = 0;
    std::string sha256;
    std::string id_hash;

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

}  // namespace ventanilla::store

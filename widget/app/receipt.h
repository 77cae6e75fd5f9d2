// widget/app/receipt.h
//
// What she has sent last, once it is stored. The session keeps it as text, as it keeps what she has sent before
// (widget/app/correspondence.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/guide/run.h"
#include "core/ticket/submission.h"

namespace ventanilla::app {

inline constexpr const char* kSaveReceipt = "receipt.save";  // key of what she chooses

struct Receipt {
    std::string code;
    std::string received;  // ISO 8601
    std::string due;       // by when the first answer is owed; may be empty
    std::string token;     // by which the server hands out its text, signed; may be empty
    ticket::Values sent;
    std::optional<guide::Transcript> transcript;
    std::string page;
    ticket::Values values;
    ticket::Values trail;            // what she had searched for and read
    std::vector<std::string> files;  // names
};

// What a request says that was frozen as this body; without its code and times.
Receipt what_was_sent(std::string_view body);

// `answer`: the server's, to this body.
std::string write_receipt(const base::Json& answer, std::string_view body);
// Nothing where there is none, or it is of another version.
std::optional<Receipt> read_receipt(std::string_view text);

}  // namespace ventanilla::app

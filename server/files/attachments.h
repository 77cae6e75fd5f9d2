// server/files/attachments.h
//
// The member "attachments" of a body, [{"upload": "32 hexadecimal digits", "name": "router.jpg"}, ...], and what the API says of
// files that lie in the database.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/text/messages.h"
#include "server/api/json_body.h"
#include "server/http/problem.h"
#include "server/store/file.h"

namespace ventanilla::files {

// What stands for the upload of that id in the database.
std::string hash_of_id(std::string_view id);

// Empty where the member is not there, or wrong: then `reader` has the faults.
std::vector<store::Attaching> read_attachments(api::BodyReader& reader, const base::Json& body);

// 422: a file has to be uploaded again, and then the same body sent with the same key.
http::Problem missing_file(const text::Messages& messages);

// For a mail: a line that says that files are attached, and one for each; empty where there are none.
std::string listed(std::span<const store::Attaching> files, const text::Messages& messages);

base::Json to_json(std::span<const store::Attachment> attachments);

}  // namespace ventanilla::files

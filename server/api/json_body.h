// server/api/json_body.h
//
// What every address of the API that takes JSON does alike: it asks for JSON, reads it, collects what is
// wrong with the members, and says so in the client's language. docs/api.md describes the answers.
//
//   if (auto refusal = refuse_other_content(request, messages)) return respond(*refusal);
//   auto body = read_json_body(messages, request.body);
//   if (!body) return std::unexpected(body.error());
//   BodyReader reader(site, texts, language);
//   note.language = reader.language(*body);
//   if (!is_known(base::string_at(*body, "form"))) reader.fault("/form", "server.problem.form");
//   reader.refuse_others(*body, {"language", "form"});
//   if (auto problem = reader.problem()) return std::unexpected(*problem);
#pragma once

#include <expected>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/site/site.h"
#include "server/api/texts.h"
#include "server/http/message.h"
#include "server/http/problem.h"

namespace ventanilla::api {

// 415 unless the request says once that its body is JSON in UTF-8, and not compressed.
std::optional<http::Response> refuse_other_content(const http::Request& request,
                                                   const text::Messages& messages);

// One JSON text, in which no member is written twice; else a 400 that names the line and the column.
std::expected<base::Json, http::Problem> read_json_body(const text::Messages& messages,
                                                        std::string_view body);

// 503: nothing is stored, and the client may come back in ten seconds.
http::Response unavailable(std::string detail);

// Collects what is wrong with a body's members: fifty faults at most, since more do not help, and a
// hostile body could name thousands.
class BodyReader {
public:
    // `language`: for what is wrong before the body says its own. Site and texts must outlive this.
    BodyReader(const site::Site& site, const Texts& texts, std::string_view language);

    // The member "language", if it is one of the site's; else a fault, and the site's default. To be
    // read first, so that everything else is said in it.
    std::string language(const base::Json& body);
    void refuse_others(const base::Json& body, std::initializer_list<std::string_view> known);
    // `code`: key of the text that says it.
    void fault(std::string pointer, std::string_view code);

    // A 422 with all faults; none where there was no fault.
    [[nodiscard]] std::optional<http::Problem> problem() const;

private:
    const site::Site& site_;
    const Texts& texts_;
    const text::Messages* messages_;
    std::vector<http::ProblemError> errors_;
};

}  // namespace ventanilla::api

// server/requests/with_body.h
//
// What every address that takes a body does first: it asks for JSON, reads it, and refuses what is wrong.
#pragma once

#include <utility>

#include "server/api/json_body.h"
#include "server/requests/change_request.h"

namespace ventanilla::requests {

template <typename T, typename Use>
void with_body(const Speech& speech, const http::Request& request, const http::Respond& respond,
               Read<T> (*read)(const Speech&, std::string_view), Use use) {
    if (auto refusal = api::refuse_other_content(request, speech.messages())) {
        respond(std::move(*refusal));
    } else if (auto value = read(speech, request.body)) {
        use(std::move(*value));
    } else {
        respond(http::problem_response(value.error()));
    }
}

}  // namespace ventanilla::requests

#include "server/requests/by_code.h"

#include <utility>

#include "core/ticket/tracking_code.h"
#include "server/requests/changes.h"

namespace ventanilla::requests {

http::Handler by_code(std::string pattern, const site::Site& site, const api::Texts& texts,
                      CodeHandler handler) {
    return [pattern = std::move(pattern), &site, &texts, handler = std::move(handler)](
               const http::Request& request, const http::Respond& respond) {
        const auto code = ticket::normalise_tracking_code(http::part(pattern, request.path));
        if (code) {
            handler(request, *code, respond);
        } else {
            respond(refusal(no_ticket(speech_of(request, site, texts))));
        }
    };
}

}  // namespace ventanilla::requests

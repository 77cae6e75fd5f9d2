// server/requests/attached.h
//
// The files of a request, and who may have which.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/requests/change_request.h"
#include "server/store/store.h"

namespace ventanilla::requests {

// Those that came with the request itself, or with what a customer may see.
std::vector<store::Attachment> for_customers(std::span<const store::Event> events,
                                             std::span<const store::Attachment> attachments);

// The one of these whose number stands at the end of the path, to be saved; 404 if there is none. Throws what the store throws.
http::Response hand_out(const Speech& speech, store::Reader& store,
                        std::span<const store::Attachment> attachments, std::string_view path);

}  // namespace ventanilla::requests

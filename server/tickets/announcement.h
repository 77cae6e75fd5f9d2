// server/tickets/announcement.h
//
// The mail by which the team learns of a new ticket, in the site's default language.
#pragma once

#include <string_view>

#include "core/site/site.h"
#include "server/api/texts.h"
#include "server/store/store.h"
#include "server/tickets/ticket_request.h"

namespace ventanilla::tickets {

store::Mail announcement(const site::Site& site, const api::Texts& texts,
                         const TicketRequest& request, std::string_view tracking_code,
                         store::Time received);

}  // namespace ventanilla::tickets

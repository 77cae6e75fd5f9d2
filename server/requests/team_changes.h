// server/requests/team_changes.h
//
// What the team does to a request, whoever asks for it: the API or the command line. Pure: from a request as it stands
// and what is wanted to the change that is to be stored.
#pragma once

#include "server/requests/change_request.h"
#include "server/requests/request_mail.h"
#include "server/store/store.h"

namespace ventanilla::requests {

store::Change team_message(const store::Ticket& ticket, const TeamMessage& message, store::Time now,
                           const RequestMail& mail);
store::Change team_note(const store::Ticket& ticket, const TeamMessage& note, store::Time now);
// Without events where all is set already.
Read<store::Change> team_settings(const Speech& speech, const store::Ticket& ticket,
                                  const Settings& settings, store::Time now,
                                  const RequestMail& mail);

}  // namespace ventanilla::requests

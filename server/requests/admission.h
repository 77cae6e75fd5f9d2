// server/requests/admission.h
//
// Looks at the secret of a request before its handler does: a form token, a customer's token, or the key of one of the
// team's programs. The way is "Authorization: Bearer SECRET" (RFC 6750) for all.
#pragma once

#include <functional>

#include "server/api/pool.h"
#include "server/forms/form_tokens.h"
#include "server/http/router.h"
#include "server/requests/change_request.h"
#include "server/store/store.h"
#include "server/time/timestamps.h"

namespace ventanilla::requests {

// What a key may be for.
inline constexpr const char* kReadScope = "tickets:read";
inline constexpr const char* kWriteScope = "tickets:write";
inline constexpr const char* kEraseScope = "tickets:erase";

// As it stands in the database, for a secret as it is sent.
std::string hash_of_secret(std::string_view secret);

class Admission {
public:
    // All must outlive it, and every request that it has taken.
    Admission(const site::Site& site, const api::Texts& texts, store::Store& store, api::Pool& pool,
              const forms::FormTokens& forms, std::function<store::Time()> clock = server::now)
        : site_(site), texts_(texts), store_(store), pool_(pool), forms_(forms),
          clock_(std::move(clock)) {}

    // Where the database is asked, the handler runs on a thread of the pool.
    void admit(const http::Route& route, const http::Request& request,
               const http::Respond& respond);

private:
    void admit_form(const http::Route& route, const http::Request& request,
                    const http::Respond& respond) const;
    // Who sent it; or why it is refused. Throws what the store throws.
    std::expected<std::string, http::Response> caller(const http::Route& route,
                                                      const http::Request& request);

    const site::Site& site_;
    const api::Texts& texts_;
    store::Store& store_;
    api::Pool& pool_;
    const forms::FormTokens& forms_;
    std::function<store::Time()> clock_;
};

}  // namespace ventanilla::requests

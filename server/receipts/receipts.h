// server/receipts/receipts.h
//
// What a customer keeps of a request: a text with its tracking code, its times and all that she wrote, signed, so that years later
// the site can tell whether it is as it was (docs/decisions/0032-receipts.md).
#pragma once

#include <string>
#include <string_view>

#include "core/site/site.h"
#include "server/api/pool.h"
#include "server/api/texts.h"
#include "server/http/router.h"
#include "server/store/store.h"

namespace ventanilla::receipts {

inline constexpr const char* kReceiptPath = "/api/v1/requests/{code}/receipt";

class Receipts {
public:
    // `secret`: of the site, the same for ever. All others must outlive it, and every request that it has taken.
    Receipts(const site::Site& site, const api::Texts& texts, store::Reader& store, api::Pool& pool,
             std::string secret);

    // By which the receipt of a request can be had: for whoever has sent that.
    [[nodiscard]] std::string token(std::string_view tracking_code) const;
    [[nodiscard]] bool is_genuine(std::string_view text) const;

    // Of kReceiptPath: text/plain, to be saved, for who has the token.
    http::Handler handler();

private:
    [[nodiscard]] http::Response hand_out(const http::Request& request,
                                          const std::string& code) const;
    [[nodiscard]] std::string text_of(const store::Ticket& ticket,
                                      const text::Messages& messages) const;

    const site::Site& site_;
    const api::Texts& texts_;
    store::Reader& store_;
    api::Pool& pool_;
    std::string secret_;
};

// Where a receipt can be checked, in a language.
std::string verify_address(std::string_view language, const text::Messages& messages);

}  // namespace ventanilla::receipts

// server/receipts/verify_pages.h
//
// The page on which anybody can have a receipt checked: "/verify" leads to the one in the reader's language.
#pragma once

#include <vector>

#include "server/receipts/receipts.h"
#include "widget/html/portal.h"

namespace ventanilla::receipts {

class VerifyPages {
public:
    // `portals`: one a language, the default first. All others must outlive it.
    VerifyPages(std::vector<html::Portal> portals, const api::Texts& texts,
                const Receipts& receipts);

    [[nodiscard]] std::vector<http::Route> routes() const;

private:
    [[nodiscard]] std::string address_of(const html::Portal& portal) const;
    [[nodiscard]] http::Response check(const html::Portal& portal,
                                       const http::Request& request) const;
    [[nodiscard]] http::Response page(const html::Portal& portal, std::string_view verdict,
                                      std::string_view text) const;

    std::vector<html::Portal> portals_;
    const api::Texts& texts_;
    const Receipts& receipts_;
};

}  // namespace ventanilla::receipts

// server/http/forwarded.h
//
// Who a request comes from where proxies stand in between. Anybody can write X-Forwarded-For; what it says is believed
// as far as proxies of ours wrote it: from the right, over every proxy that is trusted, to the first that is not.
//
//   const TrustedProxies proxies({*read_network("127.0.0.1"), *read_network("10.0.0.0/8")});
//   const std::optional<Address> caller = proxies.caller(request);
//
// Forwarded (RFC 7239) is read in the same way. Where both headers stand and name two callers, one of them was not
// written by the proxy, and none is believed.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "server/http/address.h"
#include "server/http/message.h"

namespace ventanilla::http {

class TrustedProxies {
public:
    TrustedProxies() = default;
    explicit TrustedProxies(std::vector<Network> networks) : networks_(std::move(networks)) {}

    // The first address that no trusted proxy has; where that cannot be read, the proxy that passed it on. Nothing only
    // where the connection itself has no address any more.
    [[nodiscard]] std::optional<Address> caller(const Request& request) const;

private:
    [[nodiscard]] bool trusts(const Address& address) const;

    std::vector<Network> networks_;
};

}  // namespace ventanilla::http

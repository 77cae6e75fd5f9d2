// server/http/server.h
//
// Listens, reads requests, hands them to a handler and sends its answers. One thread serves all
// connections; a handler that takes long answers later, from another thread.
//
//   auto server = Server::listen("127.0.0.1", 0, [&](const Request& r, Respond respond) { ... });
//   if (!server) return complain(server.error());
//   (*server)->stop_on_signals();
//   (*server)->run();
//
// What it refuses by itself, and what its handler answers, passes through `present` before it is sent.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>

#include "server/http/message.h"
#include "server/http/spool.h"

namespace ventanilla::http {

inline constexpr std::size_t kMaxBodyBytes = 64 * 1024;

class Server {
public:
    // Port 0 takes a free one. The error is one sentence: the port is in use, no such address ...
    static std::expected<std::unique_ptr<Server>, std::string>
    listen(const std::string& address, std::uint16_t port, Handler handler, Present present = {},
           Spool spool = {});
    virtual ~Server() = default;

    [[nodiscard]] virtual std::uint16_t port() const = 0;
    // Connections at once, as the system lets this process have them.
    [[nodiscard]] virtual std::size_t capacity() const = 0;

    // SIGTERM and SIGINT stop it.
    virtual void stop_on_signals() = 0;

    // Serves until it is stopped and every request that had begun is answered, or 10 seconds passed.
    virtual void run() = 0;

    // From any thread: takes no more connections and no more requests.
    virtual void stop() = 0;
};

}  // namespace ventanilla::http

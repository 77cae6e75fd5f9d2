// server/http/session.h
//
// One connection: reads a request, has it handled, writes the answer, and so on until one side has
// enough. Requests that arrive ahead of their turn (pipelining) wait in the buffer.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>

#include "server/http/message.h"
#include "server/http/spool.h"

namespace ventanilla::http {

class Session {
public:
    virtual ~Session() = default;

    virtual void start() = 0;
    // Closes a connection that waits for a request; another one ends after its answer.
    virtual void finish() = 0;
    // Closes it at once.
    virtual void abort() = 0;
};

// `present` may be empty. `ended` is called once, when the connection is closed. All of it happens on the context's
// thread.
std::shared_ptr<Session> make_session(boost::asio::ip::tcp::socket socket, const Handler& handler,
                                      const Present& present, const Spool& spool,
                                      std::function<void(Session*)> ended);

}  // namespace ventanilla::http

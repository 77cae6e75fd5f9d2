// server/http/message.h
//
// A request and its answer as plain values. What handles them never sees a socket.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ventanilla::http {

// In the order given; names compare without regard to case.
class Headers {
public:
    Headers() = default;
    Headers(std::initializer_list<std::pair<std::string, std::string>> entries)
        : entries_(entries) {}

    void add(std::string_view name, std::string_view value);
    // In place of all of that name.
    void set(std::string_view name, std::string_view value);
    // The first of that name; empty if there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const;
    [[nodiscard]] int count(std::string_view name) const;
    [[nodiscard]] const auto& entries() const { return entries_; }

private:
    std::vector<std::pair<std::string, std::string>> entries_;
};

bool equal_ignoring_case(std::string_view left, std::string_view right);

class BodyFile;

struct Request {
    std::string method;
    std::string path;   // percent-decoded, except for "%2F"
    std::string query;  // as sent, without "?"
    Headers headers;    // trailers of a chunked body are left out
    std::string body;
    std::shared_ptr<const BodyFile> file = {};  // the body, where it is taken into one (spool.h)
    std::string caller =
        {};  // who a secret of the request has shown it to be from; empty where none was asked for
    // What makes its sender doubtful, in words with a space between two. Our own pages say it of who fills them in.
    std::string doubts = {};
    std::string peer = {};  // the address at the other end of the connection, perhaps a proxy's
};

using Body = std::shared_ptr<const std::string>;

// The server's end of an answer that goes on for as long as both sides like. Safe from every thread.
class Stream {
public:
    virtual ~Stream() = default;

    // A client that has left more than 64 KB unread is cut off instead.
    virtual void send(Body text) = 0;
    // Ends the answer, once what was sent before is on its way.
    virtual void close() = 0;
    [[nodiscard]] virtual bool is_open() const = 0;
};

struct Response {
    int status = 200;
    Headers headers;  // without Date, Content-Length and Connection
    Body body;        // may be null
    // Called once, with what the answer goes on with behind its head, instead of a body; not for HEAD.
    std::function<void(std::shared_ptr<Stream>)> stream = {};
};

Body make_body(std::string text);

// To be asked for with GET, now; nobody keeps the answer.
Response see_other(const std::string& address);

// It is done, and there is nothing to say.
Response no_content();

// May be called from any thread, exactly once.
using Respond = std::function<void(Response)>;
using Handler = std::function<void(const Request&, Respond)>;

// Makes of an answer what this client can read, just before it is sent. A request that was refused before all of it
// was read is there as far as it was: perhaps with nothing, perhaps with its path still as sent.
using Present = std::function<Response(const Request&, Response)>;

std::string_view reason_phrase(int status);

// Status line and headers, the empty line included. The length is the body's, also where the body
// is not sent (HEAD).
std::string response_head(const Response& response, bool keep_alive, std::string_view date);

}  // namespace ventanilla::http

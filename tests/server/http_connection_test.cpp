#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <future>
#include <string>

#include "server/http/problem.h"
#include "tests/server/raw_client.h"

using namespace ventanilla;
using namespace ventanilla::test;

namespace {

// Says what it understood.
void echo(const http::Request& request, const http::Respond& respond) {
    respond({.status = 200,
             .headers = {{"Content-Type", "text/plain"}},
             .body = http::make_body(request.method + " " + request.path + " " + request.query +
                                     " " + request.body)});
}

}  // namespace

TEST_CASE("a connection serves one request after the other") {
    RunningServer server(echo);
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        client.send("POST /a?b=c HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nxyz");
        const auto response = client.receive();
        CHECK(response.status == 200);
        CHECK(response.body == "POST /a b=c xyz");
        CHECK(response.header("Connection").empty());
    }
}

TEST_CASE("an answer without content has no length, and the connection goes on") {
    RunningServer server([](const http::Request& request, const http::Respond& respond) {
        request.path == "/vote" ? respond(http::no_content()) : echo(request, respond);
    });
    RawClient client(server.port());
    client.send("POST /vote HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nyes"
                "GET /next HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto response = client.receive();
    CHECK(response.head.starts_with("HTTP/1.1 204 No Content\r\n"));
    CHECK(response.header("Content-Length").empty());
    CHECK(client.receive().body == "GET /next  ");
}

TEST_CASE("requests that arrive together are answered in their order") {
    RunningServer server(echo);
    RawClient client(server.port());
    client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
                "POST /2 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                "3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nIdempotency-Key: from-a-trailer\r\n\r\n"
                "\r\nGET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                "GET /4 HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(client.receive().body == "GET /1  ");
    CHECK(client.receive().body == "POST /2  abcde");
    const auto last = client.receive();
    CHECK(last.body == "GET /3  ");
    CHECK(last.header("Connection") == "close");
    CHECK(client.is_closed());
}

TEST_CASE("a trailer does not become a header of the request") {
    std::atomic<int> keys = -1;
    RunningServer server([&keys](const http::Request& request, const http::Respond& respond) {
        keys = request.headers.count("Idempotency-Key");
        echo(request, respond);
    });
    ask(server.port(), "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "1\r\nx\r\n0\r\nIdempotency-Key: from-a-trailer\r\n\r\n");
    CHECK(keys == 0);
}

TEST_CASE("a client that asks whether it may send its body is told to go on") {
    RunningServer server(echo);
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.receive().status == 100);
    client.send("ok");
    CHECK(client.receive().body == "POST /  ok");
}

TEST_CASE("an answer may come later, from another thread") {
    std::promise<http::Respond> asked;
    RunningServer server([&asked](const http::Request&, http::Respond respond) {
        asked.set_value(std::move(respond));
    });
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    asked.get_future().get()({.status = 200, .headers = {}, .body = http::make_body("late")});
    CHECK(client.receive().body == "late");
}

TEST_CASE("a handler that throws gives an error without its words") {
    RunningServer server(
        [](const http::Request&, const http::Respond&) { throw std::runtime_error("the secret"); });
    const auto response = ask(server.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(response.status == 500);
    CHECK(response.body.find("secret") == std::string::npos);
}

TEST_CASE("a server that stops closes idle connections and finishes what it has begun") {
    std::promise<http::Respond> asked;
    RunningServer server([&asked](const http::Request& request, http::Respond respond) {
        if (request.path == "/slow") {
            asked.set_value(std::move(respond));
        } else {
            echo(request, respond);
        }
    });
    RawClient idle(server.port());
    idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(idle.receive().status == 200);
    RawClient busy(server.port());
    busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto respond = asked.get_future().get();

    server.ask_to_stop();
    CHECK(idle.is_closed());
    respond({.status = 200, .headers = {}, .body = http::make_body("done")});
    const auto response = busy.receive();
    CHECK(response.body == "done");
    CHECK(response.header("Connection") == "close");
    CHECK(busy.is_closed());
    const std::uint16_t port = server.port();
    server.stop();
    CHECK_THROWS(RawClient(port));
}

TEST_CASE("a port that is in use is a clear error") {
    RunningServer server(echo);
    const auto second = http::Server::listen("127.0.0.1", server.port(), echo);
    REQUIRE_FALSE(second);
    CHECK(second.error().find("is in use") != std::string::npos);
    CHECK_FALSE(http::Server::listen("not an address", 0, echo));
}

namespace {

// The streams of all who have asked for one.
class Streams {
public:
    void handle(const http::Request&, const http::Respond& respond) {
        respond({.status = 200,
                 .headers = {{"Content-Type", "text/event-stream"}},
                 .body = {},
                 .stream = [this](std::shared_ptr<http::Stream> stream) {
                     stream_.set_value(std::move(stream));
                 }});
    }
    std::shared_ptr<http::Stream> next() {
        auto stream = stream_.get_future().get();
        stream_ = {};
        return stream;
    }

private:
    std::promise<std::shared_ptr<http::Stream>> stream_;
};

}  // namespace

TEST_CASE("an answer can go on: what is sent comes in order, until one side ends it") {
    Streams streams;
    RunningServer server([&](const http::Request& request, const http::Respond& respond) {
        streams.handle(request, respond);
    });
    RawClient client(server.port());
    client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto stream = streams.next();
    for (const char* text : {"one\n", "two\n", "three\n"}) {
        stream->send(http::make_body(text));
    }
    const auto answer = client.receive_until("three\n");
    CHECK(answer.contains("Connection: close"));
    CHECK_FALSE(answer.contains("Content-Length"));
    CHECK(answer.ends_with("\r\n\r\none\ntwo\nthree\n"));
    CHECK(stream->is_open());

    SECTION("the server") {
        stream->send(http::make_body("last\n"));
        stream->close();
        CHECK(client.receive_until("last\n") == "last\n");
        CHECK(client.is_closed());
    }
    SECTION("the server, which stops") {
        server.stop();
        CHECK(client.is_closed());
    }
    SECTION("the client, of which the server learns") {
        client.leave();
        while (stream->is_open()) {
            std::this_thread::yield();
        }
        stream->send(http::make_body("to nobody"));
    }
}

TEST_CASE("a client that does not read what is sent is cut off, and others are served") {
    Streams streams;
    RunningServer server([&](const http::Request& request, const http::Respond& respond) {
        streams.handle(request, respond);
    });
    RawClient slow(server.port());
    slow.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto stream = streams.next();
    const auto text = http::make_body(std::string(60'000, 'x'));
    while (stream->is_open()) {
        stream->send(text);
        std::this_thread::yield();
    }
    RawClient other(server.port());
    other.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(other.receive_until("\r\n\r\n").starts_with("HTTP/1.1 200 OK"));
    CHECK(other.is_closed());
}

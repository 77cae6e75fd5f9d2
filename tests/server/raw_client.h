// tests/server/raw_client.h
//
// A client that sends exactly the bytes it is told to, and a server for it to send them to.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "server/http/server.h"

namespace ventanilla::test {

// Serves in a thread of its own, on a free port, until it is destroyed.
class RunningServer {
public:
    explicit RunningServer(http::Handler handler, http::Present present = {},
                           http::Spool spool = {})
        : server_(http::Server::listen("127.0.0.1", 0, std::move(handler), std::move(present),
                                       std::move(spool))
                      .value()),
          thread_([this] { server_->run(); }) {}
    ~RunningServer() { stop(); }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    void ask_to_stop() { server_->stop(); }
    void stop() {
        server_->stop();
        if (thread_.joinable()) {
            thread_.join();
        }
    }

private:
    std::unique_ptr<http::Server> server_;
    std::thread thread_;
};

struct RawResponse {
    int status = 0;    // 0: the connection was closed without an answer
    std::string head;  // status line and headers
    std::string body;

    // The value of a header, as sent; empty if there is none.
    [[nodiscard]] std::string header(std::string_view name) const {
        const auto at = head.find("\r\n" + std::string(name) + ": ");
        if (at == std::string::npos) {
            return {};
        }
        const auto begin = at + name.size() + 4;
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }
};

class RawClient {
public:
    explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval patience{.tv_sec = 20, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            ::close(socket_);
            throw std::runtime_error("cannot connect");
        }
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return;  // the server has closed: what it answered can still be read
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    void end_of_sending() { ::shutdown(socket_, SHUT_WR); }

    // The next response. `to_head`: of a HEAD request, which has no body.
    RawResponse receive(bool to_head = false) {
        while (received_.find("\r\n\r\n") == std::string::npos) {
            if (!read_more()) {
                return {};
            }
        }
        RawResponse response;
        const auto end = received_.find("\r\n\r\n") + 4;
        response.head = received_.substr(0, end);
        received_.erase(0, end);
        std::from_chars(response.head.data() + 9, response.head.data() + 12, response.status);
        std::size_t length = 0;
        const std::string announced = response.header("Content-Length");
        std::from_chars(announced.data(), announced.data() + announced.size(), length);
        while (!to_head && received_.size() < length) {
            if (!read_more()) {
                throw std::runtime_error("the body was cut");
            }
        }
        response.body = received_.substr(0, to_head ? 0 : length);
        received_.erase(0, response.body.size());
        return response;
    }

    // All that comes, as far as this text.
    std::string receive_until(std::string_view text) {
        while (!received_.contains(text)) {
            if (!read_more()) {
                throw std::runtime_error("the connection was closed before " + std::string(text));
            }
        }
        const std::string all = received_.substr(0, received_.find(text) + text.size());
        received_.erase(0, all.size());
        return all;
    }
    void leave() { ::shutdown(socket_, SHUT_RDWR); }

    // True if the server ends the connection without another byte.
    bool is_closed() { return received_.empty() && !read_more(); }

private:
    bool read_more() {
        std::array<char, 4096> bytes{};
        const ssize_t size = ::recv(socket_, bytes.data(), bytes.size(), 0);
        if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            throw std::runtime_error("the server neither answered nor closed");
        }
        if (size <= 0) {
            return false;
        }
        received_.append(bytes.data(), static_cast<std::size_t>(size));
        return true;
    }

    int socket_;
    std::string received_;
};

inline RawResponse ask(std::uint16_t port, std::string_view request) {
    RawClient client(port);
    client.send(request);
    return client.receive(request.starts_with("HEAD"));
}

}  // namespace ventanilla::test

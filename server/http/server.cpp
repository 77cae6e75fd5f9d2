#include "server/http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <csignal>
#include <map>
#include <utility>

#include "server/http/session.h"

namespace ventanilla::http {
namespace {

namespace asio = boost::asio;
using Error = boost::system::error_code;
using asio::ip::tcp;

constexpr std::chrono::seconds kFinishTimeout{10};
constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::size_t kMaxSessions = 16'384;
constexpr rlim_t kOtherFiles = 64;  // database, log, mail ...

// As many connections as the system lets this process have.
std::size_t session_limit() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) {
        return kMaxSessions;
    }
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, kMaxSessions + kOtherFiles);
    ::setrlimit(RLIMIT_NOFILE, &files);
    return std::max<rlim_t>(files.rlim_cur, kOtherFiles + 1) - kOtherFiles;
}

class AsioServer final : public Server {
public:
    AsioServer(const std::string& address, std::uint16_t port, Handler handler, Present present,
               Spool spool)
        : handler_(std::move(handler)), present_(std::move(present)), spool_(std::move(spool)),
          max_sessions_(session_limit()) {
        const tcp::endpoint endpoint(asio::ip::make_address(address), port);
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(tcp::acceptor::reuse_address(true));
        acceptor_.bind(endpoint);
        acceptor_.listen();
        port_ = acceptor_.local_endpoint().port();
    }

    ~AsioServer() override { destroying_ = true; }
    AsioServer(const AsioServer&) = delete;
    AsioServer& operator=(const AsioServer&) = delete;

    [[nodiscard]] std::size_t capacity() const override { return max_sessions_; }
    [[nodiscard]] std::uint16_t port() const override { return port_; }

    void stop_on_signals() override {
        signals_.add(SIGTERM);
        signals_.add(SIGINT);
        signals_.async_wait([this](Error error, int) {
            if (!error) {
                finish();
            }
        });
    }

    void run() override {
        accept();
        context_.run();
    }

    void stop() override {
        asio::post(context_, [this] { finish(); });
    }

private:
    void accept() {
        if (accepting_ || finishing_ || sessions_.size() >= max_sessions_) {
            return;  // goes on when a session ends
        }
        accepting_ = true;
        acceptor_.async_accept([this](Error error, tcp::socket socket) {
            accepting_ = false;
            if (finishing_) {
                return;
            }
            if (error) {
                accept_later();
                return;
            }
            auto session = make_session(std::move(socket), handler_, present_, spool_,
                                        [this](Session* ended) { forget(ended); });
            sessions_.emplace(session.get(), session);
            session->start();
            accept();
        });
    }

    // Out of files or memory: trying again at once would only burn the processor.
    void accept_later() {
        timer_.expires_after(kAcceptPause);
        timer_.async_wait([this](Error error) {
            if (!error) {
                accept();
            }
        });
    }

    void forget(Session* session) {
        sessions_.erase(session);
        if (destroying_) {
            return;
        }
        if (finishing_ && sessions_.empty()) {
            timer_.cancel();
        } else {
            accept();
        }
    }

    void finish() {
        if (std::exchange(finishing_, true)) {
            return;
        }
        acceptor_.close();
        signals_.cancel();
        timer_.cancel();
        for_each_session([](Session& session) { session.finish(); });
        if (!sessions_.empty()) {
            timer_.expires_after(kFinishTimeout);
            timer_.async_wait([this](Error error) {
                if (!error) {
                    for_each_session([](Session& session) { session.abort(); });
                }
            });
        }
    }

    template <typename Visit>
    void for_each_session(Visit&& visit) {
        const auto sessions = sessions_;  // a visit may end its session
        for (const auto& [key, weak] : sessions) {
            if (const auto session = weak.lock()) {
                visit(*session);
            }
        }
    }

    Handler handler_;
    Present present_;
    Spool spool_;
    std::size_t max_sessions_;
    std::uint16_t port_ = 0;
    std::map<Session*, std::weak_ptr<Session>> sessions_;
    bool accepting_ = false;
    bool finishing_ = false;
    bool destroying_ = false;
    asio::io_context context_{1};
    tcp::acceptor acceptor_{context_};
    asio::signal_set signals_{context_};
    asio::steady_timer timer_{context_};
};

}  // namespace

std::expected<std::unique_ptr<Server>, std::string> Server::listen(const std::string& address,
                                                                   std::uint16_t port,
                                                                   Handler handler, Present present,
                                                                   Spool spool) {
    const std::string place = address + " port " + std::to_string(port);
    try {
        return std::make_unique<AsioServer>(address, port, std::move(handler), std::move(present),
                                            std::move(spool));
    } catch (const boost::system::system_error& error) {
        if (error.code() == asio::error::address_in_use) {
            return std::unexpected(
                place + " is in use: stop the other program, or choose another one with --port");
        }
        return std::unexpected("cannot listen on " + place + ": " + error.code().message());
    }
}

}  // namespace ventanilla::http

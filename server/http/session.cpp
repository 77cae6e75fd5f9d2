#include "server/http/session.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/file_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <exception>
#include <list>
#include <optional>
#include <utility>

#include "server/http/problem.h"
#include "server/http/request_head.h"
#include "server/http/server.h"
#include "server/http/target.h"
#include "server/time/timestamps.h"

namespace ventanilla::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Error = boost::system::error_code;

constexpr std::chrono::seconds kTimeout{30};
constexpr std::uint64_t kSlowestUpload = 16 * 1024;  // bytes a second; below, a client is cut off
constexpr std::size_t kReadBytes = 4096;
// After a refusal the rest of the request is read and thrown away for a while: a connection that is
// closed with bytes unread is reset, and the client may never see the answer.
constexpr std::chrono::seconds kLinger{5};
constexpr std::size_t kLingerBytes = 8 * 1024 * 1024;
constexpr std::size_t kMostUnsent = 64 * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

const boost::system::error_category& parser_errors() {
    return beast::http::make_error_code(beast::http::error::bad_chunk).category();
}

// Holds a session no longer than its connection does.
template <typename Session>
class SessionStream final : public Stream {
public:
    SessionStream(const std::shared_ptr<Session>& session, asio::any_io_executor executor)
        : session_(session), executor_(std::move(executor)) {}

    void send(Body text) override {
        asio::post(executor_, [session = session_, text = std::move(text)] {
            if (const auto open = session.lock()) {
                open->send(text);
            }
        });
    }
    void close() override {
        asio::post(executor_, [session = session_] {
            if (const auto open = session.lock()) {
                open->end_stream();
            }
        });
    }
    [[nodiscard]] bool is_open() const override { return !session_.expired(); }

private:
    std::weak_ptr<Session> session_;
    asio::any_io_executor executor_;
};

class BeastSession final : public Session, public std::enable_shared_from_this<BeastSession> {
public:
    BeastSession(asio::ip::tcp::socket socket, const Handler& handler, const Present& present,
                 const Spool& spool, std::function<void(Session*)> ended)
        : stream_(std::move(socket)), handler_(handler), present_(present), spool_(spool),
          ended_(std::move(ended)) {}
    ~BeastSession() override { ended_(this); }
    BeastSession(const BeastSession&) = delete;
    BeastSession& operator=(const BeastSession&) = delete;

    void start() override {
        Error error;
        if (const auto remote = stream_.socket().remote_endpoint(error); !error) {
            peer_ = remote.address().to_string();
        }
        if (stream_.socket().set_option(asio::ip::tcp::no_delay(true), error)) {
            abort();  // the client has gone already
            return;
        }
        begin_request();
    }

    void finish() override {
        finishing_ = true;
        if ((idle_ && buffer_.size() == 0) || is_streaming_) {
            abort();
        }
    }

    void abort() override { stream_.close(); }

    // Of the stream that its answer goes on with.
    void send(const Body& text) {
        if (unsent_ > kMostUnsent) {
            abort();
            return;
        }
        unsent_ += text->size();
        queue_.push_back(text);
        if (queue_.size() == 1) {
            send_next();
        }
    }
    void end_stream() {
        finishing_ = true;
        if (queue_.empty()) {
            abort();
        }
    }

private:
    void begin_request() {
        if (finishing_) {
            abort();
            return;
        }
        idle_ = true;
        request_ = {};
        request_.peer = peer_;
        is_head_ = false;
        keep_alive_ = false;
        stream_.expires_after(kTimeout);  // for the whole head, however slowly it comes
        read_head();
    }

    [[nodiscard]] std::string_view received() const {
        return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
    }

    void read_head() {
        // RFC 9112, section 2.2: an empty line before a request is ignored.
        while (received().starts_with("\r\n")) {
            buffer_.consume(2);
        }
        HeadScan scan = scan_head(received());
        if (scan.refusal) {
            refuse(*scan.refusal);
            return;
        }
        if (scan.size > 0) {
            idle_ = false;
            take_head(scan.size);
            return;
        }
        stream_.async_read_some(buffer_.prepare(kReadBytes),
                                [self = shared_from_this()](Error error, std::size_t size) {
                                    self->buffer_.commit(size);
                                    if (!error) {
                                        self->read_head();
                                    }
                                });
    }

    void take_head(std::size_t size) {
        if (auto refusal = check_head(received().substr(0, size))) {
            refuse(*refusal);
            return;
        }
        parser_.emplace();
        parser_->header_limit(kMaxHeadBytes);
        parser_->body_limit(boost::none);  // a body that is announced too large is refused below
        Error error;
        parser_->put(asio::buffer(buffer_.data(), size), error);
        buffer_.consume(size);
        if (error || !parser_->is_header_done()) {
            refuse({400, "The head of the request is broken."});
            return;
        }
        read_request();
    }

    // Takes over what the head says, before a trailer can add to it.
    void read_request() {
        const auto& head = parser_->get();
        request_.method = std::string(head.method_string());
        is_head_ = request_.method == "HEAD";
        for (const auto& field : head) {
            request_.headers.add(field.name_string(), field.value());
        }
        const std::string_view sent = head.target();
        request_.path = sent.substr(0, sent.find('?'));
        if (sent.size() > kMaxTargetBytes) {
            refuse(long_target());
            return;
        }
        auto target = read_target(sent, request_.headers.get("Host"));
        if (!target) {
            refuse({400, target.error()});
            return;
        }
        request_.path = std::move(target->path);
        request_.query = std::move(target->query);
        keep_alive_ = parser_->keep_alive();
        is_spooled_ = spool_.takes(request_);
        if (parser_->content_length().value_or(0) > max_body()) {
            refuse_large_body();
        } else if (parser_->is_done()) {
            dispatch();
        } else if (!request_.headers.get("Expect").empty()) {
            allow_body();
        } else {
            read_body();
        }
    }

    void allow_body() {
        asio::async_write(stream_, asio::buffer(kContinue),
                          [self = shared_from_this()](Error error, std::size_t) {
                              if (!error) {
                                  self->read_body();
                              }
                          });
    }

    [[nodiscard]] std::uint64_t max_body() const {
        return is_spooled_ ? spool_.max_bytes : kMaxBodyBytes;
    }

    void read_body() {
        if (is_spooled_) {
            read_file();
            return;
        }
        parser_->body_limit(kMaxBodyBytes);
        stream_.expires_after(kTimeout);
        beast::http::async_read(
            stream_, buffer_, *parser_,
            [self = shared_from_this()](Error error, std::size_t) { self->on_body(error); });
    }

    void on_body(Error error) {
        if (!error) {
            request_.body = std::move(parser_->get().body());
            dispatch();
        } else {
            refuse_body(error);
        }
    }

    void refuse_body(Error error) {
        if (error == beast::http::error::body_limit) {
            refuse_large_body();
        } else if (error.category() == parser_errors() &&
                   error != beast::http::error::partial_message) {
            refuse({400, "The body of the request is broken."});
        } else {
            abort();
        }
    }

    void read_file() {
        request_.file = BodyFile::make(spool_.folder);
        file_parser_.emplace(std::move(*parser_));
        Error error;
        if (request_.file != nullptr) {
            file_parser_->get().body().open(request_.file->path().c_str(), beast::file_mode::write,
                                            error);
        }
        if (request_.file == nullptr || error) {
            refuse(no_room());
            return;
        }
        const std::uint64_t size = file_parser_->content_length().value_or(spool_.max_bytes);
        file_parser_->body_limit(spool_.max_bytes);
        stream_.expires_after(kTimeout + std::chrono::seconds(size / kSlowestUpload));
        beast::http::async_read(
            stream_, buffer_, *file_parser_,
            [self = shared_from_this()](Error failed, std::size_t) { self->on_file(failed); });
    }

    void on_file(Error error) {
        file_parser_.reset();
        if (!error) {
            dispatch();
        } else if (is_of_disk(error)) {
            refuse(no_room());
        } else {
            refuse_body(error);
        }
    }

    static bool is_of_disk(Error error) {
        namespace errc = boost::system::errc;
        return error == errc::no_space_on_device || error == errc::file_too_large ||
               error == errc::io_error || error == Error(EDQUOT, boost::system::system_category());
    }

    void dispatch() {
        stream_.expires_never();
        // Another thread may hold the answer's function for longer than the session lives, and must
        // not be the one that destroys it. The guard keeps the context running until the answer.
        waiting_ = shared_from_this();
        auto guard = std::make_shared<asio::executor_work_guard<Executor>>(stream_.get_executor());
        const Respond respond = [session = weak_from_this(), guard](Response response) {
            asio::post(guard->get_executor(),
                       [session, guard, response = std::move(response)]() mutable {
                           guard->reset();
                           if (const auto self = session.lock()) {
                               self->on_response(std::move(response));
                           }
                       });
        };
        try {
            handler_(request_, respond);
        } catch (const std::exception&) {
            respond(problem_response({.status = 500}));
        }
    }

    // A second answer to the same request is ignored.
    void on_response(Response response) {
        if (std::exchange(waiting_, nullptr)) {
            write(std::move(response));
        }
    }

    void refuse_large_body() {
        refuse({413, "The body is larger than " + std::to_string(max_body() / 1024) + " KB (" +
                         std::to_string(max_body()) + " bytes)."});
    }

    static Refusal no_room() {
        return {503, "The file cannot be kept now: there is no room. Try again later."};
    }

    void refuse(const Refusal& refusal) {
        idle_ = false;
        keep_alive_ = false;
        lingering_ = true;
        write(problem_response({.status = refusal.status, .detail = refusal.detail}));
    }

    void write(Response response) {
        keep_alive_ = keep_alive_ && !finishing_ && !response.stream;
        response_ = present_ ? present_(request_, std::move(response)) : std::move(response);
        head_ = response_head(response_, keep_alive_, server::http_date(server::now()));
        std::array<asio::const_buffer, 2> buffers = {asio::buffer(head_), asio::const_buffer()};
        if (response_.body && !is_head_) {
            buffers[1] = asio::buffer(*response_.body);
        }
        stream_.expires_after(kTimeout);
        asio::async_write(stream_, buffers, [self = shared_from_this()](Error error, std::size_t) {
            self->on_written(error);
        });
    }

    void on_written(Error error) {
        const auto stream = std::exchange(response_, {}).stream;
        if (!error && stream && !is_head_ && !finishing_) {
            begin_stream(stream);
        } else if (error) {
            abort();
        } else if (keep_alive_) {
            begin_request();
        } else if (lingering_ &&
                   !stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error)) {
            buffer_.clear();
            stream_.expires_after(kLinger);
            linger(0);
        } else {
            abort();
        }
    }

    // As little as can be is kept of one: there are thousands of them, and they wait.
    void begin_stream(const std::function<void(std::shared_ptr<Stream>)>& stream) {
        is_streaming_ = true;
        request_ = {};
        parser_.reset();
        head_ = {};
        buffer_ = {};
        set_patience();
        stream_.expires_never();
        await_end();
        stream(std::make_shared<SessionStream<BeastSession>>(shared_from_this(),
                                                             stream_.get_executor()));
    }

    // A client that has vanished without a word is given up once it has left what was sent unanswered for a minute.
    void set_patience() {
        const int patience = 60'000;  // milliseconds
        ::setsockopt(stream_.socket().native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &patience,
                     sizeof patience);
    }

    // Whatever a client says meanwhile is read and thrown away.
    void await_end() {
        stream_.async_read_some(asio::buffer(ignored_),
                                [self = shared_from_this()](Error error, std::size_t) {
                                    if (error) {
                                        self->abort();
                                    } else {
                                        self->await_end();
                                    }
                                });
    }

    void send_next() {
        stream_.expires_after(kTimeout);
        asio::async_write(stream_, asio::buffer(*queue_.front()),
                          [self = shared_from_this()](Error error, std::size_t size) {
                              self->on_sent(error, size);
                          });
    }

    void on_sent(Error error, std::size_t size) {
        queue_.pop_front();
        unsent_ -= size;
        if (error) {
            abort();
        } else if (!queue_.empty()) {
            send_next();
        } else if (finishing_) {
            abort();
        } else {
            queue_ = {};
        }
    }

    void linger(std::size_t thrown_away) {
        if (thrown_away > kLingerBytes || finishing_) {
            abort();
            return;
        }
        stream_.async_read_some(
            buffer_.prepare(kReadBytes),
            [self = shared_from_this(), thrown_away](Error error, std::size_t size) {
                if (error) {
                    self->abort();
                } else {
                    self->linger(thrown_away + size);
                }
            });
    }

    using Executor = beast::tcp_stream::executor_type;

    beast::tcp_stream stream_;
    const Handler& handler_;
    const Present& present_;
    const Spool& spool_;
    std::function<void(Session*)> ended_;
    beast::flat_buffer buffer_;
    std::optional<beast::http::request_parser<beast::http::string_body>> parser_;
    std::optional<beast::http::request_parser<beast::http::file_body>> file_parser_;
    std::string peer_;
    Request request_;
    Response response_;
    std::string head_;
    std::list<Body> queue_;  // of a stream; the first one is on its way
    std::size_t unsent_ = 0;
    std::array<char, 16> ignored_{};
    std::shared_ptr<BeastSession> waiting_;  // itself, while somebody works on the answer
    bool idle_ = true;                       // no head of a request has been taken yet
    bool is_head_ = false;
    bool is_streaming_ = false;
    bool is_spooled_ = false;  // its body goes into a file
    bool keep_alive_ = false;
    bool lingering_ = false;
    bool finishing_ = false;
};

}  // namespace

std::shared_ptr<Session> make_session(asio::ip::tcp::socket socket, const Handler& handler,
                                      const Present& present, const Spool& spool,
                                      std::function<void(Session*)> ended) {
    return std::make_shared<BeastSession>(std::move(socket), handler, present, spool,
                                          std::move(ended));
}

}  // namespace ventanilla::http

#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "tests/server/answers.h"
#include "tests/server/backend.h"
#include "tests/server/store_samples.h"

using namespace ventanilla;
using namespace ventanilla::test;
using base::Json;

namespace {

// What a client has read so far.
class Listener final : public http::Stream {
public:
    void send(http::Body text) override {
        const std::lock_guard lock(mutex_);
        heard_ += *text;
        changed_.notify_all();
    }
    void close() override {
        const std::lock_guard lock(mutex_);
        is_open_ = false;
        changed_.notify_all();
    }
    [[nodiscard]] bool is_open() const override {
        const std::lock_guard lock(mutex_);
        return is_open_;
    }

    // Waits until it has; false: it does not come.
    bool hears(std::string_view text) {
        return waits_for([&] { return heard_.contains(text); });
    }
    bool is_ended() {
        return waits_for([&] { return !is_open_; });
    }
    std::string heard() const {
        const std::lock_guard lock(mutex_);
        return heard_;
    }

private:
    template <typename Predicate>
    bool waits_for(Predicate is_there) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(20), is_there);
    }

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::string heard_;
    bool is_open_ = true;
};

struct Request : Backend {
    std::string code = submit();
    std::string secret = token(code);
    std::string team_key = key("desk", "tickets:read tickets:write tickets:erase");

    http::Response watch(const std::string& query = {}, http::Headers headers = {}) {
        return send("GET", "/api/v1/requests/" + code + "/events" + query, secret, {},
                    std::move(headers));
    }
    std::shared_ptr<Listener> listen(const std::string& query = {}, http::Headers headers = {}) {
        const auto answer = watch(query, std::move(headers));
        REQUIRE(answer.status == 200);
        CHECK(answer.headers.get("Content-Type") == "text/event-stream");
        CHECK(answer.headers.get("Cache-Control") == "no-store");
        auto listener = std::make_shared<Listener>();
        answer.stream(listener);
        return listener;
    }
    void answer(const std::string& text) {
        CHECK(send("POST", "/api/v1/tickets/" + code + "/messages", team_key, {{"text", text}})
                  .status == 201);
    }
    void note(const std::string& text) {
        CHECK(
            send("POST", "/api/v1/tickets/" + code + "/notes", team_key, {{"text", text}}).status ==
            201);
    }
};

}  // namespace

TEST_CASE("who looks at a request hears an answer of the team, and no note") {
    Request request;
    const auto listener = request.listen();
    request.note("Cliente difícil");
    request.answer("Apague el router");
    REQUIRE(listener->hears("event: status\n"));
    const std::string heard = listener->heard();
    CHECK(heard.starts_with(":\n\n"));
    const std::size_t at = heard.find("id: 2\nevent: message\ndata: {");
    REQUIRE(at != std::string::npos);
    const std::size_t data = heard.find('{', at);
    const Json told = base::parse_json(heard.substr(data, heard.find('\n', data) - data)).value();
    CHECK(base::string_at(told, "text") == "Apague el router");
    CHECK(base::string_at(told, "actor") == "team");
    CHECK(heard.contains("id: 3\nevent: status\n"));
    CHECK_FALSE(heard.contains("difícil"));
    CHECK_FALSE(heard.contains("id: 1\n"));
}

TEST_CASE("who was away hears what has happened meanwhile, once") {
    Request request;
    request.answer("Uno");
    request.answer("Dos");
    const auto all = request.listen("?after=0");
    CHECK(all->hears("Dos"));
    CHECK(all->heard().contains("Uno"));
    const auto rest = request.listen("?after=0", {{"Last-Event-ID", "2"}});
    REQUIRE(rest->hears("Dos"));
    CHECK_FALSE(rest->heard().contains("Uno"));
    request.answer("Tres");
    REQUIRE(rest->hears("Tres"));
    const std::string heard = rest->heard();
    CHECK(heard.find("Dos") == heard.rfind("Dos"));
    const auto now = request.listen();
    request.answer("Cuatro");
    REQUIRE(now->hears("Cuatro"));
    CHECK_FALSE(now->heard().contains("Tres"));
}

TEST_CASE("what another process does is heard as well") {
    Request request;
    const auto listener = request.listen();
    const auto other = store::open_sqlite_beside(request.folder.path(), "faro").value();
    store::Change change{.tracking_code = request.code, .events = {event("message")}};
    change.events.front().text = "Desde la consola";
    change.events.front().at = server::now();
    REQUIRE(change_now(*other, change).has_value());
    CHECK(listener->hears("Desde la consola"));
}

TEST_CASE("who looks at a request that is erased hears nothing more") {
    Request request;
    const auto listener = request.listen();
    CHECK(request.send("DELETE", "/api/v1/tickets/" + request.code, request.team_key).status ==
          204);
    CHECK(listener->is_ended());
    CHECK(request.watch().status == 401);
}

TEST_CASE("an event that is no number is refused, and so is one listener too many") {
    Request request;
    CHECK(request.watch("?after=x").status == 400);
    CHECK(request.watch("?after=-1").status == 400);
    CHECK(request.watch("", {{"Last-Event-ID", "1.5"}}).status == 400);
    std::vector<std::shared_ptr<Listener>> listeners;
    for (int i = 0; i < 100; ++i) {
        listeners.push_back(request.listen());
    }
    const auto refused = request.watch();
    CHECK(refused.status == 503);
    CHECK_FALSE(refused.headers.get("Retry-After").empty());
    request.answer("A todos");
    for (const auto& listener : listeners) {
        CHECK(listener->hears("A todos"));
    }
}

TEST_CASE("a listener is kept awake, asked again after an hour, and forgotten when it has left") {
    Backend backend;
    store::Time time = backend.time;
    std::mutex mutex;
    const auto clock = [&] {
        const std::lock_guard lock(mutex);
        return time;
    };
    const auto pass = [&](auto duration) {
        const std::lock_guard lock(mutex);
        time += duration;
    };
    const std::string code = backend.submit();
    live::Watchers watchers(
        *backend.store, [](const auto&) { return std::string(); }, 100, [](auto) {}, clock);
    const auto patient = std::make_shared<Listener>();
    const auto gone = std::make_shared<Listener>();
    watchers.add(code, 0, patient);
    watchers.add(code, 0, gone);
    gone->close();
    pass(live::kHeartbeat);
    watchers.changed(code);
    CHECK(patient->hears(":\n\n:\n\n"));
    // Both are looked after in one go.
    CHECK(patient->is_open());
    pass(live::kLongest);
    watchers.changed(code);
    CHECK(patient->is_ended());
    pass(live::kHeartbeat);
    watchers.add(code, 0, std::make_shared<Listener>());
    while (watchers.count() > 1) {
        std::this_thread::yield();
    }
}

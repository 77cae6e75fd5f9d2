// server/live/watchers.h
//
// Who looks at a request hears of what happens to it, at once if this process did it, and within kLook where another one did: server-sent
// events, each with the number of what it tells of as its id. docs/decisions/0036-live-requests.md
//
//   Watchers watchers(store, [](const store::Event& event) { return text_of(event); });
//   watchers.add(code, last_event_id, stream);
//   watchers.changed(code);
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/store/store.h"
#include "server/time/timestamps.h"
#include "server/worker/worker.h"

namespace ventanilla::live {

inline constexpr std::chrono::seconds kLook{1};
inline constexpr std::chrono::seconds kHeartbeat{15};
// Until it is known that another process has erased what somebody looks at.
inline constexpr int kLooksUntilErased = 60;
// Then the right to look is asked for again.
inline constexpr std::chrono::hours kLongest{1};

// What is told of an event, in one line; empty: nothing.
using Tell = std::function<std::string(const store::Event&)>;

// Safe from every thread.
class Watchers {
public:
    // The store must outlive it.
    Watchers(store::Reader& store, Tell tell, std::size_t most, server::Log log,
             std::function<store::Time()> clock = server::now);

    [[nodiscard]] bool has_room();
    [[nodiscard]] std::size_t count() const;

    // Tells the stream of all that happened to the ticket after the event of that number, and goes on.
    void add(const std::string& code, int after, std::shared_ptr<http::Stream> stream);
    // Something has happened to a ticket, perhaps that it was erased.
    void changed(std::string_view code);

private:
    struct Watcher {
        std::shared_ptr<http::Stream> stream;
        int seen = 0;  // the number of the newest event
        store::Time until;
    };
    using Group = std::vector<Watcher>;

    store::Time run();
    [[nodiscard]] std::set<std::string> take_changed();
    // Of what another process has erased, nothing is left that would tell of it: each is looked up once in a while.
    [[nodiscard]] std::vector<std::string> next_to_look_up();
    void tell_of(const std::string& code);
    // The lowest number that one of them has seen; nothing: nobody looks.
    [[nodiscard]] std::optional<int> least_seen(const std::string& code) const;
    void tell(Group& group, const std::vector<store::Event>& events) const;
    void end(const std::string& code);
    void beat(store::Time now);
    // Under the lock: those whose client has left, or who were told to.
    void forget_closed(store::Time now);

    store::Reader& store_;
    Tell tell_;
    std::size_t most_;
    std::function<store::Time()> clock_;
    mutable std::mutex mutex_;
    std::map<std::string, Group, std::less<>> groups_;
    std::set<std::string> changed_;
    std::size_t count_ = 0;
    store::Time looked_;  // the worker's own, as the next two
    store::Time beaten_;
    std::string looked_up_;  // the last one
    server::Worker worker_;  // last: nothing of the rest may go before it
};

}  // namespace ventanilla::live

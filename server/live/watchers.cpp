#include "server/live/watchers.h"

#include <algorithm>
#include <utility>

namespace ventanilla::live {
namespace {

// Another server's clock, and a transaction that took its time.
constexpr std::chrono::seconds kOverlap{10};

// As WHATWG's HTML standard has it, section 9.2.
std::string message_of(const store::Event& event, const std::string& told) {
    return "id: " + std::to_string(event.number) + "\nevent: " + event.kind + "\ndata: " + told +
           "\n\n";
}

const http::Body& nothing() {
    static const http::Body kComment = http::make_body(":\n\n");
    return kComment;
}

}  // namespace

Watchers::Watchers(store::Reader& store, Tell tell, std::size_t most, server::Log log,
                   std::function<store::Time()> clock)
    : store_(store), tell_(std::move(tell)), most_(most), clock_(std::move(clock)),
      looked_(clock_()), beaten_(looked_),
      worker_({.run = [this] { return run(); },
               .stop = [] {},
               .failed = "who looks at a request could not be told of it"},
              std::move(log)) {}

bool Watchers::has_room() {
    const std::lock_guard lock(mutex_);
    if (count_ >= most_) {
        forget_closed(clock_());
    }
    return count_ < most_;
}

std::size_t Watchers::count() const {
    const std::lock_guard lock(mutex_);
    return count_;
}

void Watchers::add(const std::string& code, int after, std::shared_ptr<http::Stream> stream) {
    stream->send(nothing());
    {
        const std::lock_guard lock(mutex_);
        groups_[code].push_back({std::move(stream), after, clock_() + kLongest});
        changed_.insert(code);
        ++count_;
    }
    worker_.wake();
}

void Watchers::changed(std::string_view code) {
    {
        const std::lock_guard lock(mutex_);
        if (!groups_.contains(code)) {
            return;
        }
        changed_.emplace(code);
    }
    worker_.wake();
}

store::Time Watchers::run() {
    std::set<std::string> changed = take_changed();
    try {
        while (!changed.empty()) {
            tell_of(*changed.begin());
            changed.erase(changed.begin());
        }
    } catch (...) {
        const std::lock_guard lock(mutex_);
        changed_.merge(changed);
        throw;
    }
    const store::Time now = clock_();
    if (now - beaten_ >= kHeartbeat) {
        beat(now);
    }
    return count() > 0 ? now + kLook : store::Time::max();
}

std::set<std::string> Watchers::take_changed() {
    const store::Time now = clock_();
    std::vector<std::string> others;
    if (count() > 0 && now - looked_ >= kLook) {
        others = store_.updated(looked_ - kOverlap);
        looked_ = now;
        for (const std::string& code : next_to_look_up()) {
            if (!store_.find(code)) {
                end(code);
            }
        }
    }
    const std::lock_guard lock(mutex_);
    std::set<std::string> changed = std::exchange(changed_, {});
    for (std::string& code : others) {
        if (groups_.contains(code)) {
            changed.insert(std::move(code));
        }
    }
    return changed;
}

std::vector<std::string> Watchers::next_to_look_up() {
    const std::lock_guard lock(mutex_);
    const std::size_t some = (groups_.size() + kLooksUntilErased - 1) / kLooksUntilErased;
    std::vector<std::string> codes;
    auto next = groups_.upper_bound(looked_up_);
    while (codes.size() < some) {
        next = next == groups_.end() ? groups_.begin() : next;
        codes.push_back(next->first);
        ++next;
    }
    looked_up_ = codes.empty() ? std::string() : codes.back();
    return codes;
}

std::optional<int> Watchers::least_seen(const std::string& code) const {
    const std::lock_guard lock(mutex_);
    const auto group = groups_.find(code);
    return group == groups_.end()
               ? std::nullopt
               : std::optional(std::ranges::min_element(group->second, {}, &Watcher::seen)->seen);
}

void Watchers::tell_of(const std::string& code) {
    const auto seen = least_seen(code);
    if (!seen) {
        return;
    }
    const std::vector<store::Event> events = store_.events(code, *seen);
    if (events.empty()) {
        if (!store_.find(code)) {
            end(code);
        }
        return;
    }
    const std::lock_guard lock(mutex_);
    if (const auto group = groups_.find(code); group != groups_.end()) {
        tell(group->second, events);
    }
}

void Watchers::tell(Group& group, const std::vector<store::Event>& events) const {
    std::map<int, http::Body> texts;  // for who has seen so much: mostly all the same
    for (Watcher& watcher : group) {
        http::Body& text = texts[watcher.seen];
        if (!text) {
            std::string all;
            for (const store::Event& event : events) {
                const std::string told = event.number > watcher.seen ? tell_(event) : std::string();
                all += told.empty() ? told : message_of(event, told);
            }
            text = http::make_body(std::move(all));
        }
        if (!text->empty()) {
            watcher.stream->send(text);
        }
        watcher.seen = std::max(watcher.seen, events.back().number);
    }
}

void Watchers::end(const std::string& code) {
    const std::lock_guard lock(mutex_);
    const auto group = groups_.extract(code);
    if (group.empty()) {
        return;
    }
    for (const Watcher& watcher : group.mapped()) {
        watcher.stream->close();
    }
    count_ -= group.mapped().size();
}

void Watchers::beat(store::Time now) {
    beaten_ = now;
    const std::lock_guard lock(mutex_);
    for (const auto& [code, group] : groups_) {
        for (const Watcher& watcher : group) {
            if (watcher.until <= now) {
                watcher.stream->close();
            } else {
                watcher.stream->send(nothing());
            }
        }
    }
    forget_closed(now);
}

void Watchers::forget_closed(store::Time now) {
    for (auto& [code, group] : groups_) {
        count_ -= std::erase_if(group, [now](const Watcher& watcher) {
            return watcher.until <= now || !watcher.stream->is_open();
        });
    }
    std::erase_if(groups_, [](const auto& entry) { return entry.second.empty(); });
}

}  // namespace ventanilla::live

// What was acknowledged is there, whatever the disk does: the promise on which all others stand.
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "server/store/sqlite/data_folder.h"
#include "server/store/sqlite/sqlite_connection.h"
#include "server/store/sqlite/sqlite_store.h"
#include "tests/server/forgetful_disk.h"
#include "tests/server/store_samples.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;
using namespace ventanilla::test;

namespace {

constexpr int kRounds = 20;
constexpr int kClients = 16;

// Clients that send one request after the other, until they are told to stop.
class Crowd {
public:
    explicit Crowd(store::Store& store) {
        for (int client = 0; client < kClients; ++client) {
            clients_.emplace_back([this, &store] {
                while (!stopping_) {
                    send(store, next_++);
                }
            });
        }
    }
    ~Crowd() { stop(); }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    void stop() {
        stopping_ = true;
        for (std::thread& client : clients_) {
            if (client.joinable()) {
                client.join();
            }
        }
    }
    // Waits until so many more were answered, with yes or no.
    void await(std::size_t more) const {
        const std::size_t wanted = answered_ + more;
        while (answered_ < wanted) {
            std::this_thread::yield();
        }
    }
    std::set<int> acknowledged() const {
        const std::lock_guard lock(mutex_);
        return acknowledged_;
    }
    std::set<int> refused() const {
        const std::lock_guard lock(mutex_);
        return refused_;
    }

private:
    void send(store::Store& store, int number) {
        const bool is_stored = test::add(store, new_ticket(number)).has_value();
        const std::lock_guard lock(mutex_);
        (is_stored ? acknowledged_ : refused_).insert(number);
        ++answered_;
    }

    mutable std::mutex mutex_;
    std::set<int> acknowledged_;
    std::set<int> refused_;
    std::atomic<std::size_t> answered_ = 0;
    std::atomic<int> next_ = 1;
    std::atomic<bool> stopping_ = false;
    std::vector<std::thread> clients_;
};

std::string integrity_of(const TemporaryFolder& folder) {
    const auto connection =
        store::connect_to_sqlite(folder.path() / store::kDatabaseName, store::FileAccess::kWrite);
    store::Statement check = connection->prepare("PRAGMA integrity_check");
    return store::first(check, [](const store::Statement& row) { return row.text(0); }).value();
}

bool is_there(store::Store& store, int number) {
    const store::Ticket sent = new_ticket(number).ticket;
    const auto found = store.find(sent.tracking_code);
    return found && *found == sent;
}

}  // namespace

TEST_CASE("what was acknowledged outlives a loss of power, whatever the disk forgets") {
    ForgetfulDisk disk;
    std::mt19937 random(1);
    for (int round = 0; round < kRounds; ++round) {
        CAPTURE(round);
        const TemporaryFolder before;
        const TemporaryFolder after;
        std::set<int> acknowledged;
        {
            const auto store = store::open_sqlite_store(before.path(), "site").value();
            Crowd crowd(*store);
            crowd.await(1 + random() % 400);
            acknowledged = crowd.acknowledged();
            disk.cut_power(before.path(), after.path(), random);
        }
        CHECK(integrity_of(after) == "ok");
        const auto store = store::open_sqlite_store(after.path(), "site").value();
        for (const int number : acknowledged) {
            CAPTURE(number);
            CHECK(is_there(*store, number));
        }
        // And what she sends again because she never heard of it is there once.
        const int again = *acknowledged.rbegin();
        CHECK(test::add(*store, new_ticket(again))->repeated);
    }
}

TEST_CASE("on a disk that is full now and then, what was acknowledged is there and what was "
          "refused is not") {
    ForgetfulDisk disk;
    std::mt19937 random(2);
    const TemporaryFolder folder;
    std::set<int> acknowledged;
    std::set<int> refused;
    {
        const auto store = store::open_sqlite_store(folder.path(), "site").value();
        Crowd crowd(*store);
        for (int round = 0; round < kRounds; ++round) {
            crowd.await(random() % 100);
            disk.set_full(true);
            crowd.await(kClients + random() % 100);
            disk.set_full(false);
        }
        crowd.await(2 * kClients);
        crowd.stop();
        acknowledged = crowd.acknowledged();
        refused = crowd.refused();
    }
    CHECK(refused.size() > kRounds);
    CHECK(integrity_of(folder) == "ok");
    const auto store = store::open_sqlite_store(folder.path(), "site").value();
    for (const int number : acknowledged) {
        CAPTURE(number);
        CHECK(is_there(*store, number));
    }
    for (const int number : refused) {
        CAPTURE(number);
        CHECK_FALSE(store->find(new_ticket(number).ticket.tracking_code));
    }
}

// tests/server/file_suite.h
//
// What every store promises of files, as tests that run on each database.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/crypto/crypto.h"
#include "tests/server/store_samples.h"
#include "tests/server/temporary_folder.h"

namespace ventanilla::test {

// Larger than one row of PostgreSQL's, with every byte in it.
inline std::string large_bytes(int seed) {
    std::string bytes(700'000, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>((i * 31 + static_cast<std::size_t>(seed)) % 256);
    }
    return bytes;
}

inline store::Time now_of_samples() {
    return new_ticket(1).ticket.received;
}

inline std::expected<bool, store::Fault> keep(store::Store& store,
                                              const std::filesystem::path& folder,
                                              const std::string& id, const std::string& bytes) {
    const auto file = folder / ("upload-of-" + id);
    std::ofstream(file, std::ios::binary) << bytes;
    std::promise<std::expected<bool, store::Fault>> kept;
    store.keep_file({.id_hash = id,
                     .sha256 = server::sha256_hex(bytes),
                     .size = static_cast<std::int64_t>(bytes.size()),
                     .type = "image/png",
                     .received = now_of_samples()},
                    file, [&](auto outcome) { kept.set_value(outcome); });
    return kept.get_future().get();
}

inline store::NewTicket ticket_with(int number, std::vector<store::Attaching> files) {
    store::NewTicket ticket = new_ticket(number);
    ticket.files = std::move(files);
    return ticket;
}

inline void erase_now(store::Store& store, const std::string& code) {
    std::promise<bool> erased;
    store.erase(code, new_ticket(1).ticket.received,
                [&](auto outcome) { erased.set_value(outcome.value()); });
    CHECK(erased.get_future().get());
}

inline void file_suite(const std::function<std::unique_ptr<store::Store>(std::string_view)>& open,
                       const std::filesystem::path& uploads) {
    auto store = open("site");
    const std::string code = new_ticket(1).ticket.tracking_code;
    const std::string bytes = large_bytes(1);
    CHECK(keep(*store, uploads, "one", bytes) == false);

    SECTION("a file that a request names is its own, with its name, and comes back byte for byte") {
        REQUIRE(add(*store, ticket_with(1, {{"one", "röuter.png"}})));
        const auto files = store->attachments(code);
        REQUIRE(files.size() == 1);
        CHECK(files[0] == store::Attachment{.number = 1,
                                            .event = 0,
                                            .name = "röuter.png",
                                            .type = "image/png",
                                            .size = 700'000,
                                            .sha256 = server::sha256_hex(bytes),
                                            .id_hash = "one"});
        CHECK(store->bytes(files[0]) == bytes);
    }
    SECTION("the same upload again is kept once, and another one under its id is refused") {
        CHECK(keep(*store, uploads, "one", bytes) == true);
        CHECK(keep(*store, uploads, "one", "other").error() == store::Fault::kKeyReused);
    }
    SECTION("a request whose file is not there is not stored, and is once the file has come") {
        const auto ticket = ticket_with(1, {{"one", "a.png"}, {"two", "b.png"}});
        CHECK(add(*store, ticket).error() == store::Fault::kNoFile);
        CHECK_FALSE(store->find(code));
        CHECK(store->queued_mail_count() == 0);
        CHECK(keep(*store, uploads, "two", "b") == false);
        CHECK(add(*store, ticket));
        CHECK(store->attachments(code).size() == 2);
    }
    SECTION("the same request again is answered as before, though its file is taken now") {
        REQUIRE(add(*store, ticket_with(1, {{"one", "a.png"}})));
        const auto again = add(*store, ticket_with(1, {{"one", "a.png"}}));
        REQUIRE(again);
        CHECK(again->repeated);
        CHECK(store->attachments(code).size() == 1);
    }
    SECTION("nobody takes another's file, nor the same one twice") {
        REQUIRE(add(*store, ticket_with(1, {{"one", "a.png"}})));
        CHECK(add(*store, ticket_with(2, {{"one", "a.png"}})).error() == store::Fault::kNoFile);
        CHECK(keep(*store, uploads, "two", "b") == false);
        CHECK(add(*store, ticket_with(2, {{"two", "b"}, {"two", "c"}})).error() ==
              store::Fault::kNoFile);
    }
    SECTION("a message brings its own, numbered on, and is refused whole without them") {
        REQUIRE(add(*store, ticket_with(1, {{"one", "a.png"}})));
        CHECK(keep(*store, uploads, "two", "b") == false);
        store::Change change{.tracking_code = code,
                             .events = {event("message"), event("status", "open")},
                             .files = {{"two", "b.png"}},
                             .idempotency_key = "key-of-the-message",
                             .body_hash = "hash"};
        REQUIRE(change_now(*store, change));
        CHECK(change_now(*store, change).value().repeated);
        const auto files = store->attachments(code);
        REQUIRE(files.size() == 2);
        CHECK(files[1].number == 2);
        CHECK(files[1].event == 1);
        change.idempotency_key = "another-key";
        CHECK(change_now(*store, change).error() == store::Fault::kNoFile);
        CHECK(store->find(code)->revision == 2);
    }
    SECTION("the files of an erased request are gone, but not one that another request has too") {
        CHECK(keep(*store, uploads, "two", bytes) == false);
        CHECK(keep(*store, uploads, "three", "only here") == false);
        REQUIRE(add(*store, ticket_with(1, {{"one", "a.png"}, {"three", "c.txt"}})));
        REQUIRE(add(*store, ticket_with(2, {{"two", "a.png"}})));
        const auto gone = store->attachments(code);
        erase_now(*store, code);
        CHECK(store->attachments(code).empty());
        CHECK_FALSE(store->bytes(gone[1]));
        const auto left = store->attachments(new_ticket(2).ticket.tracking_code);
        REQUIRE(left.size() == 1);
        CHECK(store->bytes(left[0]) == bytes);
    }
    SECTION("an upload that no request names in time is thrown away, and no other file is") {
        CHECK(keep(*store, uploads, "two", "b") == false);
        REQUIRE(add(*store, ticket_with(1, {{"two", "b.png"}})));
        const auto expire = [&](store::Time now) {
            std::promise<void> expired;
            store->expire(now, {}, [&](auto) { expired.set_value(); });
            expired.get_future().get();
        };
        expire(now_of_samples() + store::kUploadLife);
        CHECK(keep(*store, uploads, "one", bytes) == true);
        expire(now_of_samples() + store::kUploadLife + std::chrono::milliseconds(1));
        CHECK(keep(*store, uploads, "one", "something else") == false);
        CHECK(store->attachments(code).size() == 1);
    }
    SECTION("another site has none of it") {
        store.reset();
        store = open("another-site");
        CHECK(add(*store, ticket_with(1, {{"one", "a.png"}})).error() == store::Fault::kNoFile);
    }
}

}  // namespace ventanilla::test

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>
#include <vector>

#include "server/mail/delivery.h"
#include "server/mail/headers.h"
#include "server/mail/sender.h"
#include "server/mail/worker.h"
#include "tests/server/memory_store.h"

using namespace ventanilla;
using namespace ventanilla::test;
using namespace std::chrono_literals;

namespace {

store::QueuedMail queued(std::int64_t id, store::Time due) {
    return {.id = id,
            .tracking_code = "AAAA-BBBB-CCCC-DDDD",
            .mail = {.to = "team@example.org",
                     .subject = "Avería",
                     .text = "Hola",
                     .reply_to = "ana@example.org"},
            .attempts = 0,
            .next_attempt = due,
            .last_error = {}};
}

// Accepts mail, unless it is told to fail.
class ScriptedSender final : public mail::Sender {
public:
    std::vector<std::int64_t> sent;
    std::vector<std::int64_t> tried;
    bool is_down = false;
    std::int64_t refused = 0;
    std::function<void()> on_sent = [] {};

    std::expected<void, mail::SendFault> send(const store::QueuedMail& mail, store::Time) override {
        tried.push_back(mail.id);
        if (is_down) {
            return std::unexpected(mail::SendFault{"no connection", false});
        }
        if (mail.id == refused) {
            return std::unexpected(mail::SendFault{"mailbox unknown", true});
        }
        sent.push_back(mail.id);
        on_sent();
        return {};
    }
    void stop() override {}
};

struct PostOffice {
    store::Time time{1'000'000'000s};
    MemoryStore store;
    ScriptedSender sender;
    std::vector<std::string> log;
    mail::Delivery delivery{store, sender, [this] { return time; },
                            [this](std::string_view line) { log.emplace_back(line); }};

    PostOffice() {
        for (std::int64_t id = 1; id <= 3; ++id) {
            store.queue.push_back(queued(id, time));
        }
    }
};

// Decodes "=?UTF-8?B?...?=" words as a mail program does.
std::string decoded(const std::string& words) {
    static const std::string kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    std::size_t at = 0;
    while ((at = words.find("=?UTF-8?B?", at)) != std::string::npos) {
        at += 10;
        unsigned bits = 0;
        int count = 0;
        for (; words[at] != '?'; ++at) {
            if (words[at] == '=') {
                continue;
            }
            bits = bits << 6U | static_cast<unsigned>(kDigits.find(words[at]));
            count += 6;
            if (count >= 8) {
                count -= 8;
                text += static_cast<char>(bits >> static_cast<unsigned>(count) & 255U);
            }
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a plain subject stays as it is") {
    CHECK(mail::encoded_text("[7KQ2-M9XD] A question") == "[7KQ2-M9XD] A question");
    CHECK(mail::encoded_text("").empty());
}

TEST_CASE(
    "a subject with accents is encoded in words of at most 75 characters, cut between letters") {
    CHECK(mail::encoded_text("Avería") == "=?UTF-8?B?QXZlcsOtYQ==?=");
    std::string long_subject = "[7KQ2-M9XD-4HTR-B8VK] ";
    for (int i = 0; i < 40; ++i) {
        long_subject += "ñandú €😀 ";
    }
    const std::string words = mail::encoded_text(long_subject);
    CHECK(decoded(words) == long_subject);
    std::size_t at = 0;
    while (at < words.size()) {
        const auto end = std::min(words.find("\r\n", at), words.size());
        CHECK(end - at <= 76);
        const std::string one = decoded(words.substr(at, end - at));
        CHECK((static_cast<unsigned char>(one.front()) & 0xC0U) != 0x80U);
        at = end + 2;
    }
}

TEST_CASE("a subject cannot add a header") {
    for (const std::string text :
         {"Hi\r\nBcc: all@example.org", "Hi\nBcc: x", "Hi\rBcc: x", "Hé\r\n\r\nbody",
          "a\xe2\x80\xa8"
          "b",
          "a\xc2\x85"
          "b"}) {
        const std::string value = mail::encoded_text(text);
        for (std::size_t at = 0; (at = value.find_first_of("\r\n", at)) != std::string::npos;
             at += 3) {
            CHECK(value.substr(at, 3) == "\r\n ");
        }
        CHECK(decoded(value).find_first_of("\r\n") == std::string::npos);
    }
    CHECK(mail::encoded_text("=?UTF-8?B?QQ==?=") != "=?UTF-8?B?QQ==?=");
    CHECK_FALSE(decoded(mail::encoded_text("broken \xff")).empty());
}

TEST_CASE("only one plain address can stand in a header") {
    CHECK(mail::plain_address("ana@example.org") == "ana@example.org");
    for (const char* text :
         {"", "ana", "@example.org", "ana@", "a@b@c", "a b@c.example", "a@b.example,c@d.example",
          "a@b.example\r\nBcc: c@d.example", "<a@b.example>", "ñ@example.org"}) {
        CAPTURE(text);
        CHECK_FALSE(mail::plain_address(text));
    }
}

TEST_CASE("a mail's headers are complete, and the same for each attempt but for the date") {
    auto one = queued(7, {});
    const auto lines =
        mail::header_lines(one, "ventanilla@faro.example", store::Time(1'795'298'414s));
    CHECK(lines == std::vector<std::string>{
                       "Date: Sat, 21 Nov 2026 22:00:14 +0000", "From: <ventanilla@faro.example>",
                       "To: <team@example.org>", "Subject: =?UTF-8?B?QXZlcsOtYQ==?=",
                       "Message-ID: <AAAA-BBBB-CCCC-DDDD.7@faro.example>",
                       "Auto-Submitted: auto-generated", "Reply-To: <ana@example.org>"});
    one.mail.reply_to = "ana@example.org, all@example.org";
    CHECK(mail::header_lines(one, "v@faro.example", {}).size() == lines.size() - 1);
}

TEST_CASE("what is due is sent, each mail once") {
    PostOffice office;
    office.store.queue.push_back(queued(4, office.time + 1h));
    CHECK(office.delivery.run() == office.time + 1h);
    CHECK(office.sender.sent == std::vector<std::int64_t>{1, 2, 3});
    office.time += 1h;
    CHECK(office.delivery.run() == store::Time::max());
    CHECK(office.sender.sent == std::vector<std::int64_t>{1, 2, 3, 4});
}

TEST_CASE("while the mail server is down, one mail is tried at a time, twice as late each time") {
    PostOffice office;
    office.sender.is_down = true;
    std::vector<std::chrono::seconds> pauses;
    for (int i = 0; i < 14; ++i) {
        const auto next = office.delivery.run();
        pauses.push_back(std::chrono::duration_cast<std::chrono::seconds>(next - office.time));
        office.time = next;
    }
    CHECK(office.sender.tried.size() == 14);
    CHECK(pauses[0] == 1s);
    CHECK(pauses[1] == 2s);
    CHECK(pauses[5] == 32s);
    CHECK(pauses[13] == 1h);
    CHECK(office.log.size() == 14);
    CHECK(office.log[0].find("no connection") != std::string::npos);

    office.sender.is_down = false;
    office.time += 2h;
    CHECK(office.delivery.run() == store::Time::max());
    CHECK(office.sender.sent.size() == 3);
}

TEST_CASE("a mail that the server refuses does not hold up the others") {
    PostOffice office;
    office.sender.refused = 1;
    CHECK(office.delivery.run() == office.time + 1s);
    CHECK(office.sender.sent == std::vector<std::int64_t>{2, 3});
    CHECK(office.store.queue.at(0).last_error == "mailbox unknown");
    CHECK(office.log.at(0).find("example.org") == std::string::npos);
}

TEST_CASE("a mail that was sent is not sent again when the store could not be told") {
    PostOffice office;
    office.sender.on_sent = [&] { office.store.writable = false; };
    office.time = office.delivery.run();
    office.time = office.delivery.run();
    CHECK(office.sender.sent == std::vector<std::int64_t>{1});
    office.sender.on_sent = [] {};
    office.store.writable = true;
    office.time += 1h;
    CHECK(office.delivery.run() == store::Time::max());
    CHECK(office.sender.sent == std::vector<std::int64_t>{1, 2, 3});
    CHECK(office.store.queue.empty());
}

TEST_CASE("a mail that another server has taken is left to it, and taken over when it does not "
          "come back") {
    PostOffice office;
    const auto claimed = office.store.queue.front();
    CHECK(office.store.claim_mail(claimed, office.time + 2min) == true);
    CHECK(office.delivery.run() == office.time + 2min);
    CHECK(office.sender.sent == std::vector<std::int64_t>{2, 3});
    office.time += 3min;
    office.delivery.run();
    CHECK(office.sender.sent == std::vector<std::int64_t>{2, 3, 1});
}

TEST_CASE("nothing is sent that could not be taken first") {
    PostOffice office;
    office.store.writable = false;
    office.delivery.run();
    CHECK(office.sender.tried.empty());
}

TEST_CASE("a delivery that is told to stop begins no other mail") {
    PostOffice office;
    office.delivery.stop();
    office.delivery.run();
    CHECK(office.sender.tried.empty());
    CHECK(office.store.queue.size() == 3);
}

TEST_CASE("a mail server's address must be one of SMTP, and a password in it is not repeated") {
    CHECK(mail::make_smtp_sender("smtp://localhost:2525", "a@example.org"));
    CHECK(mail::make_smtp_sender("smtps://user:p%40ss@mail.example.org", "a@example.org"));
    for (const char* url : {"http://mail.example.org", "mail.example.org", "smtp:// secret", "",
                            "file:///etc/passwd"}) {
        CAPTURE(url);
        const auto sender = mail::make_smtp_sender(url, "a@example.org");
        REQUIRE_FALSE(sender);
        CHECK(sender.error().find("secret") == std::string::npos);
    }
    CHECK_FALSE(mail::make_smtp_sender("smtp://localhost", "no address"));
}

TEST_CASE("a mail server that is not there is a fault of the connection, not of the mail") {
    auto sender = mail::make_smtp_sender("smtp://127.0.0.1:1", "a@example.org");
    REQUIRE(sender);
    const auto sent = (*sender)->send(queued(1, {}), {});
    REQUIRE_FALSE(sent);
    CHECK_FALSE(sent.error().is_this_mail);
}

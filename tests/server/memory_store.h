// tests/server/memory_store.h
//
// A store that keeps what it is told and answers at once: for tests of what stands before it.
#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "server/store/store.h"

namespace ventanilla::test {

class MemoryStore final : public store::Store {
public:
    std::vector<store::NewTicket> added;
    std::vector<store::QueuedMail> queue;
    std::vector<std::pair<store::Day, store::ArticleVotes>> counted;
    std::vector<store::Fault> next_faults;  // given out first, from the front
    bool writable = true;

    void add(store::NewTicket ticket, Done<Outcome> done) override {
        if (!next_faults.empty()) {
            const store::Fault fault = next_faults.front();
            next_faults.erase(next_faults.begin());
            done(std::unexpected(fault));
            return;
        }
        const auto same_key = [&](const auto& other) {
            return other.idempotency_key == ticket.idempotency_key;
        };
        const auto found = std::ranges::find_if(added, same_key);
        if (found == added.end()) {
            added.push_back(ticket);
            done(store::Stored{.ticket = ticket.ticket, .repeated = false});
        } else if (found->body_hash == ticket.body_hash) {
            done(store::Stored{.ticket = found->ticket, .repeated = true});
        } else {
            done(std::unexpected(store::Fault::kKeyReused));
        }
    }
    std::optional<store::Ticket> find(std::string_view) override { return std::nullopt; }
    std::vector<store::Ticket> list(const store::TicketFilter&) override { return {}; }
    std::vector<std::string> updated(store::Time) override { return {}; }
    int quarantined_count() override { return 0; }
    std::vector<store::Event> events(std::string_view, int) override { return {}; }
    std::vector<store::Attachment> attachments(std::string_view) override { return {}; }
    std::optional<std::string> bytes(const store::Attachment&) override { return std::nullopt; }
    void keep_file(store::Upload, std::filesystem::path,
                   Done<std::expected<bool, store::Fault>> done) override {
        done(std::unexpected(store::Fault::kUnavailable));
    }
    void erase(std::string, store::Time, Done<std::expected<bool, store::Fault>> done) override {
        done(false);
    }
    store::Webhooks& webhooks() override { throw std::runtime_error("it has no webhooks"); }
    void expire(store::Time, store::Time, Done<std::optional<int>> done) override { done(0); }
    void change(store::Change, Done<Outcome> done) override {
        done(std::unexpected(store::Fault::kNoTicket));
    }

    std::vector<store::QueuedMail> queued_mail(int limit) override {
        auto mails = queue;
        std::ranges::stable_sort(mails, {}, &store::QueuedMail::next_attempt);
        mails.resize(std::min(mails.size(), static_cast<std::size_t>(limit)));
        return mails;
    }
    int queued_mail_count() override { return static_cast<int>(queue.size()); }
    bool mail_sent(std::int64_t id) override {
        return writable &&
               std::erase_if(queue, [id](const auto& mail) { return mail.id == id; }) == 1;
    }
    bool mail_failed(std::int64_t id, std::string_view error, store::Time next_attempt) override {
        const auto mail = std::ranges::find(queue, id, &store::QueuedMail::id);
        if (!writable || mail == queue.end()) {
            return false;
        }
        ++mail->attempts;
        mail->last_error = error;
        mail->next_attempt = next_attempt;
        return true;
    }
    std::optional<bool> claim_mail(const store::QueuedMail& claimed, store::Time until) override {
        const auto mail = std::ranges::find(queue, claimed.id, &store::QueuedMail::id);
        if (!writable) {
            return std::nullopt;
        }
        if (mail == queue.end() || mail->next_attempt != claimed.next_attempt) {
            return false;
        }
        mail->next_attempt = until;
        return true;
    }
    bool mail_due_now(store::Time now) override {
        for (auto& mail : queue) {
            mail.next_attempt = std::min(mail.next_attempt, now);
        }
        return writable;
    }
    void check(std::function<void(bool)> done) override { done(writable); }

    void keep_code(store::AccessCode, store::Mail, Done<bool> done) override { done(writable); }
    void redeem_code(store::AccessToken, std::string, store::Time,
                     Done<std::optional<store::Redeemed>> done) override {
        done(std::nullopt);
    }
    void keep_token(store::AccessToken, Done<bool> done) override { done(writable); }
    std::optional<store::AccessToken> find_token(std::string_view, store::Time) override {
        return std::nullopt;
    }
    std::optional<store::ApiKey> find_key(std::string_view) override { return std::nullopt; }
    std::vector<store::ApiKey> keys() override { return {}; }
    bool add_key(const store::ApiKey&) override { return writable; }
    bool remove_key(std::string_view) override { return false; }
    std::optional<std::string> secret(std::string_view, std::string_view fresh) override {
        return std::string(fresh);
    }

    void count(store::ArticleVotes votes, store::Day day, std::function<void(bool)> done) override {
        if (writable) {
            counted.emplace_back(day, std::move(votes));
        }
        done(writable);
    }
    std::vector<store::Course> courses(store::Time, store::Time) override { return {}; }
    std::vector<store::ArticleVotes> votes(store::Day) override { return {}; }
};

}  // namespace ventanilla::test

#include <utility>

#include "server/mail/headers.h"
#include "server/mail/sender.h"
#include "server/transfer/curl.h"

namespace ventanilla::mail {
namespace {

constexpr long kConnectSeconds = 10;
constexpr long kTotalSeconds = 60;

using transfer::Handle;
using transfer::Lines;
using transfer::Mime;

// Mail ends its lines with CR LF; encoded as it is, a line feed alone would show as "=0A".
std::string with_mail_line_ends(std::string_view text) {
    std::string lines;
    for (const char c : text) {
        if (c == '\n') {
            lines += '\r';
        }
        if (c != '\r') {
            lines += c;
        }
    }
    return lines;
}

class SmtpSender final : public Sender {
public:
    SmtpSender(std::string url, std::string from) : url_(std::move(url)), from_(std::move(from)) {}

    std::expected<void, SendFault> send(const store::QueuedMail& queued, store::Time now) override {
        const auto recipient = plain_address(queued.mail.to);
        if (!recipient) {
            return std::unexpected(SendFault{"the recipient's address is not one", true});
        }
        const Handle handle(curl_easy_init());
        const Mime mime(handle ? curl_mime_init(handle.get()) : nullptr);
        curl_mimepart* part = mime ? curl_mime_addpart(mime.get()) : nullptr;
        if (part == nullptr) {
            throw std::bad_alloc();
        }
        const std::string text = with_mail_line_ends(queued.mail.text);
        curl_mime_data(part, text.data(), text.size());
        curl_mime_type(part, "text/plain; charset=utf-8");
        curl_mime_encoder(part, "quoted-printable");

        Lines headers;
        for (const std::string& line : header_lines(queued, from_, now)) {
            append(headers, line);
        }
        Lines recipients;
        append(recipients, "<" + *recipient + ">");
        const std::string sender = "<" + from_ + ">";

        CURL* curl = handle.get();
        curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
        curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender.c_str());
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(curl, CURLOPT_MIMEPOST, mime.get());
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, kTotalSeconds);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &SmtpSender::may_go_on);
        return outcome(curl, curl_easy_perform(curl));
    }

    void stop() override { stopping_ = true; }

private:
    // Once bytes of the mail are on their way, only its end tells whether the server has it.
    static int may_go_on(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t uploaded) {
        return static_cast<SmtpSender*>(self)->stopping_ && uploaded == 0 ? 1 : 0;
    }

    static std::expected<void, SendFault> outcome(CURL* curl, CURLcode code) {
        if (code == CURLE_OK) {
            return {};
        }
        long reply = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
        SendFault fault{.reason = curl_easy_strerror(code)};
        if (reply >= 400) {
            fault.reason += " (SMTP " + std::to_string(reply) + ")";
        }
        // Refused after the envelope was begun: sender, recipient or content, not the connection.
        fault.is_this_mail = reply >= 500 && code != CURLE_LOGIN_DENIED;
        return std::unexpected(std::move(fault));
    }

    std::string url_;
    std::string from_;
    std::atomic<bool> stopping_ = false;
};

bool is_smtp_url(const std::string& text) {
    const transfer::Url url(curl_url());
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) {
        return false;
    }
    const std::string name = transfer::part_of(url, CURLUPART_SCHEME);
    return name == "smtp" || name == "smtps";
}

}  // namespace

std::expected<std::unique_ptr<Sender>, std::string> make_smtp_sender(const std::string& url,
                                                                     const std::string& from) {
    if (!transfer::is_ready()) {
        return std::unexpected("the mail library cannot be used");
    }
    // The address may hold a password: it is not repeated.
    if (!is_smtp_url(url)) {
        return std::unexpected(
            "the mail server's address is not like smtp://user:password@mail.example.org:587");
    }
    if (!plain_address(from)) {
        return std::unexpected("the sender's mail address " + from + " cannot be used");
    }
    return std::make_unique<SmtpSender>(url, from);
}

}  // namespace ventanilla::mail

#include "server/webhooks/caller.h"

#include <atomic>
#include <stdexcept>

#include "server/transfer/curl.h"

namespace ventanilla::webhooks {
namespace {

using transfer::Handle;
using transfer::Lines;

constexpr long kConnectSeconds = 5;
constexpr long kTotalSeconds = 15;

std::size_t ignore(char* /*bytes*/, std::size_t size, std::size_t count, void* /*data*/) {
    return size * count;
}

class CurlCaller final : public Caller {
public:
    CurlCaller() : handle_(curl_easy_init()) {
        if (!handle_) {
            throw std::runtime_error("the HTTP library cannot be used");
        }
    }

    Answer call(const std::string& url,
                const std::vector<std::pair<std::string, std::string>>& headers,
                const std::string& body) override {
        CURL* curl = handle_.get();
        curl_easy_reset(curl);
        Lines lines;
        for (const auto& [name, value] : headers) {
            transfer::append(lines, name + ": " + value);
        }
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
        curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, kTotalSeconds);
        curl_easy_setopt(curl, CURLOPT_USERAGENT, "Ventanilla");
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines.get());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore);
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, go_on);
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
        const CURLcode result = curl_easy_perform(curl);
        if (result != CURLE_OK) {
            return {.error = curl_easy_strerror(result)};
        }
        return answered(curl);
    }

    void stop() override { stopping_ = true; }

private:
    static int go_on(void* self, curl_off_t /*to_get*/, curl_off_t /*got*/, curl_off_t /*to_send*/,
                     curl_off_t /*sent*/) {
        return static_cast<CurlCaller*>(self)->stopping_ ? 1 : 0;
    }

    static Answer answered(CURL* curl) {
        long status = 0;
        curl_off_t seconds = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds);
        return {.status = static_cast<int>(status),
                .retry_after =
                    seconds > 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt};
    }

    Handle handle_;
    std::atomic<bool> stopping_ = false;
};

}  // namespace

std::unique_ptr<Caller> make_caller() {
    if (!transfer::is_ready()) {
        throw std::runtime_error("the HTTP library cannot be used");
    }
    return std::make_unique<CurlCaller>();
}

std::expected<void, std::string> check_address(const std::string& url) {
    const transfer::Url parts(curl_url());
    if (!parts || curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
        return std::unexpected(
            "This is no address: write one such as https://desk.example.org/ventanilla.");
    }
    const std::string scheme = transfer::part_of(parts, CURLUPART_SCHEME);
    const std::string host = transfer::part_of(parts, CURLUPART_HOST);
    const bool is_here = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    if (scheme != "https" && !(scheme == "http" && is_here)) {
        return std::unexpected(
            "A webhook's address begins with https://; http:// is for this machine alone.");
    }
    if (!transfer::part_of(parts, CURLUPART_USER).empty() ||
        !transfer::part_of(parts, CURLUPART_PASSWORD).empty()) {
        return std::unexpected(
            "A webhook's address has no user and no password in it: its calls are signed.");
    }
    return {};
}

}  // namespace ventanilla::webhooks

#include "examples/native/network.h"

#include <curl/curl.h>

#include <memory>
#include <utility>

namespace ventanilla::native {
namespace {

constexpr long kSeconds = 20;

std::size_t append(const char* bytes, std::size_t size, std::size_t count, void* body) {
    static_cast<std::string*>(body)->append(bytes, size * count);
    return size * count;
}

using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

}  // namespace

Network::Network(std::string origin, std::function<void()> on_answer)
    : origin_(std::move(origin)), on_answer_(std::move(on_answer)) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    thread_ = std::thread([this] { run(); });
}

Network::~Network() {
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
    }
    changed_.notify_one();
    thread_.join();
    curl_global_cleanup();
}

void Network::get(const app::Get& get, Answer answer) {
    add({.path = get.path,
         .key = {},
         .body = {},
         .token = get.token,
         .is_post = false,
         .answer = std::move(answer)});
}

void Network::post(const app::Post& post, Answer answer) {
    add({.path = post.path,
         .key = post.key,
         .body = post.body,
         .token = post.token,
         .is_post = true,
         .answer = std::move(answer)});
}

void Network::add(Request request) {
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(std::move(request));
    }
    changed_.notify_one();
}

void Network::take_answers() {
    std::vector<std::function<void()>> answers;
    {
        const std::lock_guard lock(mutex_);
        answers.swap(answers_);
    }
    for (const auto& answer : answers) {
        answer();
    }
}

void Network::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return ends_ || !requests_.empty(); });
        if (ends_) {
            return;
        }
        const Request request = std::move(requests_.front());
        requests_.pop_front();
        lock.unlock();
        Response response = perform(request);
        lock.lock();
        answers_.emplace_back(
            [answer = request.answer, response = std::move(response)] { answer(response); });
        on_answer_();
    }
}

Response Network::get_now(const std::string& path) const {
    return perform(
        {.path = path, .key = {}, .body = {}, .token = {}, .is_post = false, .answer = {}});
}

Response Network::perform(const Request& request) const {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(),
                                                                   curl_easy_cleanup);
    Response response;
    const std::string address = origin_ + request.path;
    Headers headers(nullptr, curl_slist_free_all);
    const auto add_header = [&headers](const std::string& header) {
        headers.reset(curl_slist_append(headers.release(), header.c_str()));
    };
    curl_easy_setopt(curl.get(), CURLOPT_URL, address.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, kSeconds);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &response.body);
    if (request.is_post) {
        add_header("Content-Type: application/json");
        add_header("Idempotency-Key: " + request.key);
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body.c_str());
    }
    if (!request.token.empty()) {
        add_header("Authorization: Bearer " + request.token);
    }
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    if (curl_easy_perform(curl.get()) != CURLE_OK) {
        return {};
    }
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    // Files have no status: what could be read is there, and nothing can be sent to them.
    const bool is_file = origin_.starts_with("file:");
    response.status = !is_file ? static_cast<int>(status) : request.is_post ? 0 : 200;
    return response;
}

}  // namespace ventanilla::native

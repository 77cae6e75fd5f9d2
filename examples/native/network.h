// examples/native/network.h
//
// Requests to the help origin on a thread of its own, one after the other, by libcurl. Answers wait until the loop
// takes them.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "widget/app/effect.h"

namespace ventanilla::native {

struct Response {
    int status = 0;  // 0: no answer came
    std::string body;
};

class Network {
public:
    // `origin`: "http://localhost:8080", or "file:///..." for a folder that `ventanilla build` made. `on_answer` is
    // called on the network's thread when there is something to take.
    Network(std::string origin, std::function<void()> on_answer);
    ~Network();
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    using Answer = std::function<void(Response)>;
    void get(const app::Get& get, Answer answer);
    void post(const app::Post& post, Answer answer);

    // Calls what waits for the answers that have come.
    void take_answers();

    // At once, before the loop begins.
    [[nodiscard]] Response get_now(const std::string& path) const;

private:
    struct Request {
        std::string path;
        std::string key;
        std::string body;
        std::string token;
        bool is_post = false;
        Answer answer;
    };
    void add(Request request);
    void run();
    [[nodiscard]] Response perform(const Request& request) const;

    std::string origin_;
    std::function<void()> on_answer_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Request> requests_;
    std::vector<std::function<void()>> answers_;
    bool ends_ = false;
    std::thread thread_;
};

}  // namespace ventanilla::native

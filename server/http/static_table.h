// server/http/static_table.h
//
// Static files made ready to be sent: hashed, compressed and with every header that they need.
//
// The start compresses quickly. compress_better() then takes its time over the immutable files,
// which are most of what a visitor waits for: a tenth smaller, for a second or two of one core.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "server/http/static_files.h"

namespace ventanilla::http {

// A handle: copies share the files. Safe from every thread.
class StaticTable {
public:
    explicit StaticTable(StaticFiles files);

    // The file at the request's path, or "not modified", or where it is with or without a slash at
    // the end; nothing if there is none. Does not look at the method.
    [[nodiscard]] std::optional<Response> answer(const Request& request) const;

    // The file at `path` as the whole answer to a request for another one; nothing if there is none.
    [[nodiscard]] std::optional<Response> answer_with(const std::string& path, int status,
                                                      std::string_view accept_encoding) const;

    void compress_better(const std::stop_token& stop) const;

private:
    struct Form {
        Body body;
        std::string tag;
        std::string encoding = {};
    };
    struct Entry {
        Form identity;
        Form gzip;  // no body if there is none
        std::atomic<std::shared_ptr<const Form>> brotli;
        Headers headers;
        bool immutable = false;
    };
    using Entries = std::map<std::string, Entry, std::less<>>;

    static Form brotli_form(const std::string& bytes, std::string_view hash, int quality);
    static Response respond(const Entry& entry, int status, std::string_view accept_encoding);

    std::shared_ptr<Entries> entries_ = std::make_shared<Entries>();
};

}  // namespace ventanilla::http

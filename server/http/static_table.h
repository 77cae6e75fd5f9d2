// server/http/static_table.h
//
// Static files made ready to be sent: hashed, compressed and with every header that they need.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/http/static_files.h"

namespace ventanilla::http {

class StaticTable {
public:
    // `languages`: of the site, the default first; for the page that says that there is none.
    StaticTable(StaticFiles files, std::vector<std::string> languages);

    // The file at the request's path, or "not modified", or where it is with or without a slash at
    // the end; nothing if there is none. Does not look at the method.
    [[nodiscard]] std::optional<Response> answer(const Request& request) const;

    // A page in the reader's language for a browser, problem details for a program.
    [[nodiscard]] Response not_found(const Request& request) const;

private:
    struct Form {
        Body body;
        std::string tag;
    };
    struct Entry {
        Form identity;
        Form brotli;  // no body if there is none
        Form gzip;
        Headers headers;
    };

    static Response respond(const Entry& entry, const Request& request, int status);

    std::map<std::string, Entry, std::less<>> entries_;
    std::vector<std::string> languages_;
};

}  // namespace ventanilla::http

#include "server/http/message.h"

#include <algorithm>

namespace ventanilla::http {

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(left, right, {}, lower, lower);
}

void Headers::add(std::string_view name, std::string_view value) {
    entries_.emplace_back(name, value);
}

void Headers::set(std::string_view name, std::string_view value) {
    std::erase_if(entries_,
                  [name](const auto& entry) { return equal_ignoring_case(entry.first, name); });
    add(name, value);
}

std::string_view Headers::get(std::string_view name) const {
    const auto found = std::ranges::find_if(
        entries_, [name](const auto& entry) { return equal_ignoring_case(entry.first, name); });
    return found == entries_.end() ? std::string_view() : std::string_view(found->second);
}

int Headers::count(std::string_view name) const {
    return static_cast<int>(std::ranges::count_if(
        entries_, [name](const auto& entry) { return equal_ignoring_case(entry.first, name); }));
}

Body make_body(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

Response see_other(const std::string& address) {
    return {.status = 303,
            .headers = {{"Location", address}, {"Cache-Control", "no-store"}},
            .body = nullptr};
}

Response no_content() {
    return {.status = 204, .headers = {{"Cache-Control", "no-store"}}, .body = nullptr};
}

std::string_view reason_phrase(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 304:
        return "Not Modified";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    default:
        return "";
    }
}

std::string response_head(const Response& response, bool keep_alive, std::string_view date) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head += reason_phrase(response.status);
    const auto line = [&head](std::string_view name, std::string_view value) {
        head.append("\r\n").append(name).append(": ").append(value);
    };
    line("Date", date);
    for (const auto& [name, value] : response.headers.entries()) {
        line(name, value);
    }
    line("X-Content-Type-Options", "nosniff");
    if (response.status != 204 && response.status != 304 && !response.stream) {
        line("Content-Length", std::to_string(response.body ? response.body->size() : 0));
    }
    if (!keep_alive) {
        line("Connection", "close");
    }
    return head + "\r\n\r\n";
}

}  // namespace ventanilla::http

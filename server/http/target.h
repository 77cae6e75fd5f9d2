// server/http/target.h
//
// What a request is for: the path out of its target, and whether a browser's page belongs to us.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace ventanilla::http {

struct Target {
    std::string path;   // begins with "/"; percent-decoded UTF-8, except that "%2F" stays as it is
    std::string query;  // as sent, without "?"
};

// Takes "/path?query" and "http://host/path?query". The error is one sentence.
std::expected<Target, std::string> read_target(std::string_view target, std::string_view host);

// True if the value of an Origin header names `host`, the value of a Host header. A port that is
// left out is the default port of the origin's scheme.
bool is_same_host(std::string_view origin, std::string_view host);

}  // namespace ventanilla::http

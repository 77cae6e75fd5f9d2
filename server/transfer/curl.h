// server/transfer/curl.h
//
// What is sent elsewhere goes by libcurl: its values, such that they clean up after themselves.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

namespace ventanilla::transfer {

template <auto kFunction>
struct Release {
    template <typename Value>
    void operator()(Value* value) const {
        kFunction(value);
    }
};
using Handle = std::unique_ptr<CURL, Release<curl_easy_cleanup>>;
using Mime = std::unique_ptr<curl_mime, Release<curl_mime_free>>;
using Lines = std::unique_ptr<curl_slist, Release<curl_slist_free_all>>;
using Url = std::unique_ptr<CURLU, Release<curl_url_cleanup>>;

// Throws std::bad_alloc.
void append(Lines& lines, const std::string& line);

// One part of an address, such as CURLUPART_SCHEME; empty where it has none.
std::string part_of(const Url& url, CURLUPart part);

// Once for the process, before its first transfer; false: there can be none.
bool is_ready();

}  // namespace ventanilla::transfer

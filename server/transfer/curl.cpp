#include "server/transfer/curl.h"

#include <new>

namespace ventanilla::transfer {

void append(Lines& lines, const std::string& line) {
    // The head stays the same once there is one.
    curl_slist* longer = curl_slist_append(lines.get(), line.c_str());
    if (longer == nullptr) {
        throw std::bad_alloc();
    }
    if (!lines) {
        lines.reset(longer);
    }
}

std::string part_of(const Url& url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) {
        return {};
    }
    std::string copy = text;
    curl_free(text);
    return copy;
}

bool is_ready() {
    static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
    return kReady == CURLE_OK;
}

}  // namespace ventanilla::transfer

#include "core/site/address.h"

namespace ventanilla::site {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

int hex_value(char c) {
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    const std::size_t value = kHexDigits.find(c);
    return value == std::string_view::npos ? -1 : static_cast<int>(value);
}

}  // namespace

std::string home_address(std::string_view language) {
    return "/" + std::string(language) + "/";
}

std::string page_address(std::string_view language, const text::Messages& messages,
                         std::string_view word) {
    return home_address(language) + messages.text(word);
}

std::string article_address(std::string_view language, const text::Messages& messages,
                            std::string_view slug) {
    return page_address(language, messages, "path.articles") + "/" + std::string(slug);
}

std::string guide_address(std::string_view language, const text::Messages& messages,
                          std::string_view id) {
    return page_address(language, messages, "path.guides") + "/" + std::string(id);
}

std::string category_address(std::string_view language, const text::Messages& messages,
                             std::string_view id) {
    return page_address(language, messages, "path.categories") + "/" + std::string(id);
}

std::string search_address(std::string_view language, const text::Messages& messages,
                           std::string_view query) {
    const std::string address = page_address(language, messages, "path.search");
    return query.empty() ? address : address + "?q=" + percent_encode(query);
}

std::string contact_address(std::string_view language, const text::Messages& messages) {
    return page_address(language, messages, "path.contact");
}

std::string receipt_address(std::string_view language, const text::Messages& messages) {
    return contact_address(language, messages) + "/" + messages.text("path.receipt");
}

std::string request_address(std::string_view language, const text::Messages& messages,
                            std::string_view code) {
    return page_address(language, messages, "path.requests") + "/" + std::string(code);
}

std::string percent_encode(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        if (is_unreserved(c)) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += kHexDigits[byte >> 4U];
            encoded += kHexDigits[byte & 15U];
        }
    }
    return encoded;
}

std::string percent_decode(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = i + 2 < text.size() && text[i] == '%' ? hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (low >= 0) {
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

}  // namespace ventanilla::site

#include "server/http/static_table.h"

#include <utility>

#include "server/crypto/crypto.h"
#include "server/http/compression.h"
#include "server/http/content_negotiation.h"
#include "server/http/part.h"
#include "server/http/problem.h"

namespace ventanilla::http {
namespace {

constexpr std::size_t kTagDigits = 32;
constexpr std::size_t kWorthCompressing = 256;
// Measured on the demo's 0.8 MB: 5 takes 0.03 s, 9 takes 0.5 s for half a per cent less, 11 takes
// 1.4 s for a tenth less.
constexpr int kQuick = 5;
constexpr int kBest = 11;
constexpr std::size_t kMostForBest = 1'000'000;  // a stop waits for the file in hand: about 2 s

Headers headers_of(const StaticFile& file) {
    Headers headers;
    headers.add("Content-Type", file.content_type);
    headers.add("Cache-Control",
                file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    headers.add("Content-Security-Policy",
                file.content_security_policy.empty()
                    ? "default-src 'none'; frame-ancestors 'none'; sandbox"
                    : file.content_security_policy);
    headers.add("Referrer-Policy", "strict-origin-when-cross-origin");
    if (file.cross_origin) {
        headers.add("Cross-Origin-Resource-Policy", "cross-origin");
        headers.add("Access-Control-Allow-Origin", "*");
    } else {
        headers.add("Cross-Origin-Resource-Policy", "same-origin");
    }
    if (file.content_type.starts_with("text/html")) {
        headers.add("Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }
    if (is_compressible(file.content_type)) {
        headers.add("Vary", "Accept-Encoding");
    }
    return headers;
}

std::string with_slash_changed(const std::string& path) {
    return path.ends_with('/') ? path.substr(0, path.size() - 1) : path + "/";
}

// A decoded path of the table as it stands in an address.
std::string percent_encoded(std::string_view path) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    static constexpr std::string_view kPlain = "-._~/!$&'()*+,;=:@";
    std::string encoded;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
            kPlain.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += kDigits[byte >> 4U];
            encoded += kDigits[byte & 15U];
        }
    }
    return encoded;
}

}  // namespace

StaticTable::StaticTable(StaticFiles files) {
    for (auto& [path, file] : files) {
        Entry& entry = (*entries_)[path];
        const std::string hash = server::sha256_hex(file.bytes).substr(0, kTagDigits);
        entry.headers = headers_of(file);
        entry.immutable = file.immutable;
        if (is_compressible(file.content_type) && file.bytes.size() >= kWorthCompressing) {
            entry.brotli = std::make_shared<const Form>(brotli_form(file.bytes, hash, kQuick));
            if (std::string bytes = gzip(file.bytes); !bytes.empty()) {
                entry.gzip = {make_body(std::move(bytes)), '"' + hash + "-gz\"", "gzip"};
            }
        }
        entry.identity = {make_body(std::move(file.bytes)), '"' + hash + '"'};
    }
}

void StaticTable::compress_better(const std::stop_token& stop) const {
    for (auto& [path, entry] : *entries_) {
        const auto quick = entry.brotli.load();
        if (stop.stop_requested()) {
            return;
        }
        if (entry.immutable && quick && quick->body &&
            entry.identity.body->size() <= kMostForBest) {
            const std::string_view tag = entry.identity.tag;
            entry.brotli = std::make_shared<const Form>(
                brotli_form(*entry.identity.body, tag.substr(1, tag.size() - 2), kBest));
        }
    }
}

StaticTable::Form StaticTable::brotli_form(const std::string& bytes, std::string_view hash,
                                           int quality) {
    std::string compressed = brotli(bytes, quality);
    if (compressed.empty()) {
        return {};
    }
    // Other bytes need another tag.
    return {make_body(std::move(compressed)),
            '"' + std::string(hash) + "-br" + std::to_string(quality) + '"', "br"};
}

std::optional<Response> StaticTable::answer(const Request& request) const {
    if (auto response = answer_with(request.path, 200, request.headers.get("Accept-Encoding"))) {
        if (names_tag(request.headers.get("If-None-Match"), response->headers.get("ETag"))) {
            response->status = 304;
            response->body = nullptr;
        } else if (is_played(*response)) {
            cut(request, *response);
        }
        return response;
    }
    const std::string other = with_slash_changed(request.path);
    if (!entries_->contains(other)) {
        return std::nullopt;
    }
    Response response = problem_response({.status = 308});
    response.headers.add("Location", percent_encoded(other) +
                                         (request.query.empty() ? "" : "?" + request.query));
    return response;
}

std::optional<Response> StaticTable::answer_with(const std::string& path, int status,
                                                 std::string_view accept_encoding) const {
    const auto found = entries_->find(path);
    return found == entries_->end()
               ? std::nullopt
               : std::optional(respond(found->second, status, accept_encoding));
}

Response StaticTable::respond(const Entry& entry, int status, std::string_view accept_encoding) {
    const auto br = entry.brotli.load();
    const std::string_view encoding =
        choose_encoding(accept_encoding, br && br->body, entry.gzip.body != nullptr);
    const Form& form = encoding == "br" ? *br : encoding == "gzip" ? entry.gzip : entry.identity;
    Response response{.status = status, .headers = entry.headers, .body = form.body};
    response.headers.add("ETag", form.tag);
    if (!form.encoding.empty()) {
        response.headers.add("Content-Encoding", form.encoding);
    }
    return response;
}

}  // namespace ventanilla::http

#include "server/http/refusal_pages.h"

#include <optional>
#include <string_view>
#include <utility>

#include "server/http/content_negotiation.h"
#include "server/http/problem.h"

namespace ventanilla::http {
namespace {

constexpr std::string_view kApi = "/api/";
constexpr std::string_view kPageType = "text/html";

// Programs that take everything ("*/*") are no readers of pages.
bool wants_page(const Request& request) {
    const std::string_view accept = request.headers.get("Accept");
    return !request.path.starts_with(kApi) && accept.find(kPageType) != std::string_view::npos &&
           quality_of(accept, kPageType, 0) > 0;
}

}  // namespace

RefusalPages::RefusalPages(StaticTable files, std::vector<std::string> languages)
    : files_(std::move(files)), languages_(std::move(languages)) {}

Response RefusalPages::readable(const Request& request, Response response) const {
    if (response.headers.get("Content-Type") != kProblemType || !wants_page(request)) {
        return response;
    }
    const auto page_in = [&](const std::string& folder) {
        return files_.answer_with(folder + "/" + std::to_string(response.status) + ".html",
                                  response.status, request.headers.get("Accept-Encoding"));
    };
    std::optional<Response> page = page_in(request.path.substr(0, request.path.find('/', 1)));
    if (!page) {
        page = page_in("/" + choose_language(request.headers.get("Accept-Language"), languages_));
    }
    if (!page) {
        return response;
    }
    page->headers.set("Vary", "Accept, Accept-Encoding, Accept-Language");
    // What is not there now will not be there in a moment; every other refusal is of this one request.
    if (response.status != 404) {
        page->headers.set("Cache-Control", "no-store");
    }
    for (const std::string_view name : {"Allow", "Retry-After"}) {
        if (const std::string_view value = response.headers.get(name); !value.empty()) {
            page->headers.add(name, value);
        }
    }
    return std::move(*page);
}

}  // namespace ventanilla::http

#include "server/api/form_data.h"

#include <algorithm>
#include <optional>

#include "core/site/address.h"
#include "core/text/utf8.h"

namespace ventanilla::api {
namespace {

std::string decode(std::string_view encoded) {
    std::string text(encoded);
    std::ranges::replace(text, '+', ' ');
    text = site::percent_decode(text);
    std::string lines;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends_line = text[at] == '\r';
        if (ends_line && at + 1 < text.size() && text[at + 1] == '\n') {
            continue;
        }
        lines += ends_line ? '\n' : text[at];
    }
    return lines;
}

}  // namespace

std::expected<FormData, std::string> FormData::read(std::string_view encoded) {
    FormData form;
    while (!encoded.empty()) {
        const std::size_t end = encoded.find('&');
        const std::string_view pair = encoded.substr(0, end);
        encoded = end == std::string_view::npos ? std::string_view() : encoded.substr(end + 1);
        if (pair.empty()) {
            continue;
        }
        if (form.pairs_.size() == kMaxPairs) {
            return std::unexpected("The form has too many fields.");
        }
        const std::size_t equals = pair.find('=');
        std::string name = decode(pair.substr(0, equals));
        std::string value =
            equals == std::string_view::npos ? std::string() : decode(pair.substr(equals + 1));
        if (text::first_invalid_utf8(name) || text::first_invalid_utf8(value)) {
            return std::unexpected("The form is not UTF-8.");
        }
        form.pairs_.emplace_back(std::move(name), std::move(value));
    }
    return form;
}

std::string_view FormData::get(std::string_view name) const {
    const auto found = std::ranges::find(pairs_, name, &std::pair<std::string, std::string>::first);
    return found == pairs_.end() ? std::string_view() : found->second;
}

}  // namespace ventanilla::api

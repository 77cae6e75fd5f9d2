#include "core/text/messages.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/json.h"

namespace ventanilla::text {

Messages::Messages(const base::Json& flat_object) {
    add(flat_object);
}

void Messages::add(const base::Json& flat_object) {
    for (const auto& [key, text] : flat_object.members()) {
        if (text.is_text()) {
            entries_.emplace_back(key, text.text());
            for (auto one = entries_.end() - 1;
                 one != entries_.begin() && one->first < (one - 1)->first; --one) {
                std::swap(*one, *(one - 1));
            }
        }
    }
}

std::string_view Messages::pattern(std::string_view key) const {
    const auto found = std::ranges::lower_bound(entries_, key, {}, &Entries::value_type::first);
    return found != entries_.end() && found->first == key ? found->second : key;
}

std::string Messages::text(std::string_view key) const {
    return std::string(pattern(key));
}

std::string Messages::fill(std::string_view key, Values values) const {
    const std::string_view pattern = this->pattern(key);
    std::string filled;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        filled += pattern.substr(at, open - at);
        if (open == std::string_view::npos) {
            break;
        }
        const std::size_t close = pattern.find('}', open);
        const std::string_view name =
            close == std::string_view::npos ? "" : pattern.substr(open + 1, close - open - 1);
        at = open + 1;
        bool known = false;
        for (const auto& [value_name, value] : values) {
            if (!name.empty() && value_name == name) {
                filled += value;
                at = close + 1;
                known = true;
                break;
            }
        }
        if (!known) {
            filled += '{';
        }
    }
    return filled;
}

std::string Messages::count(std::string_view key, int number) const {
    std::string form(key);
    form += number == 1 ? ".one" : ".other";
    char digits[12];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    return fill(form,
                {{"count", std::string_view(digits, static_cast<std::size_t>(end - digits))}});
}

}  // namespace ventanilla::text

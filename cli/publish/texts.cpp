#include "cli/publish/texts.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "core/text/fallbacks.h"

namespace ventanilla::publish {
namespace {

// Languages whose usual script is written from right to left.
constexpr auto kRightToLeft = std::to_array<std::string_view>(
    {"ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"});

}  // namespace

void Texts::add(std::string_view area, std::string_view language, base::Json flat_object) {
    areas_[std::string(area)][std::string(language)] = std::move(flat_object);
}

bool Texts::speaks(std::string_view language) const {
    const std::vector<std::string> tags = text::fallbacks(language);
    return !areas_.empty() && std::ranges::all_of(areas_, [&](const auto& area) {
        return std::ranges::any_of(
            tags, [&](const std::string& tag) { return area.second.contains(tag); });
    });
}

std::vector<std::string> Texts::areas() const {
    const auto names = std::views::keys(areas_);
    return {names.begin(), names.end()};
}

base::Json Texts::in_language(std::string_view area, std::string_view language,
                              site::FormOfAddress form_of_address) const {
    base::Json merged = base::Json::object();
    const auto texts = areas_.find(area);
    if (texts == areas_.end()) {
        return merged;
    }
    const auto add = [&](const std::string& variant) {
        if (const auto found = texts->second.find(variant); found != texts->second.end()) {
            merged.update(found->second);
        }
    };
    for (const std::string& tag : text::fallbacks(language) | std::views::reverse) {
        add(tag);
        if (form_of_address == site::FormOfAddress::kUsted) {
            add(tag + ".usted");
        }
    }
    return merged;
}

text::Messages Texts::messages(std::string_view language,
                               std::initializer_list<std::string_view> areas) const {
    base::Json merged = base::Json::object();
    for (const std::string_view area : areas) {
        merged.update(in_language(area, language));
    }
    return text::Messages(merged);
}

text::Messages Texts::messages(std::string_view language) const {
    base::Json merged = base::Json::object();
    for (const auto& [area, texts] : areas_) {
        merged.update(in_language(area, language));
    }
    return text::Messages(merged);
}

bool Texts::is_right_to_left(std::string_view language) const {
    return from_the_right_ ||
           std::ranges::find(kRightToLeft, language.substr(0, language.find('-'))) !=
               kRightToLeft.end();
}

}  // namespace ventanilla::publish

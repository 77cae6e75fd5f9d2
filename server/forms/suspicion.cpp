#include "server/forms/suspicion.h"

#include <algorithm>
#include <array>

#include "core/text/fold.h"

namespace ventanilla::forms {
namespace {

constexpr int kEnough = 3;  // points
constexpr int kManyLinks = 3;
constexpr std::string_view kLinks = "links";
constexpr std::string_view kMarkup = "markup";

struct Sign {
    std::string_view name;
    int points;
};
constexpr std::array<Sign, 5> kSigns = {
    {{kTrap, 3}, {kFast, 2}, {kUnseen, 2}, {kLinks, 1}, {kMarkup, 2}}};

int count_of(std::string_view text, std::string_view wanted) {
    int count = 0;
    for (std::size_t at = text.find(wanted); at != std::string_view::npos;
         at = text.find(wanted, at + wanted.size())) {
        ++count;
    }
    return count;
}

std::string signs_in(const ticket::Values& fields) {
    int links = 0;
    int markup = 0;
    for (const auto& [field, value] : fields) {
        const std::string text = text::lower(value);
        links += count_of(text, "http://") + count_of(text, "https://");
        markup += count_of(text, "<a href") + count_of(text, "[url");
    }
    return std::string(links >= kManyLinks ? kLinks : "") + " " +
           std::string(markup > 0 ? kMarkup : "");
}

}  // namespace

std::string suspicion(const ticket::Values& fields, std::string_view doubts) {
    const std::string all = " " + std::string(doubts) + " " + signs_in(fields) + " ";
    std::string found;
    int points = 0;
    for (const Sign& sign : kSigns) {
        if (all.contains(" " + std::string(sign.name) + " ")) {
            found += (found.empty() ? "" : " ") + std::string(sign.name);
            points += sign.points;
        }
    }
    return points >= kEnough ? found : std::string();
}

}  // namespace ventanilla::forms

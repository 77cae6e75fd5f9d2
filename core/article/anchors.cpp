#include "core/article/anchors.h"

#include "core/text/fold.h"

namespace ventanilla::article {
namespace {

constexpr std::size_t kMaxAnchor = 80;

std::string spelled(std::string_view title) {
    constexpr std::string_view kEnye = "\u00F1";
    const std::string folded = text::fold(title);
    std::string anchor;
    bool gap = false;
    for (std::size_t i = 0; i < folded.size() && anchor.size() < kMaxAnchor; ++i) {
        char c = folded[i];
        if (std::string_view(folded).substr(i).starts_with(kEnye)) {
            c = 'n';
            ++i;
        }
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            anchor += gap && !anchor.empty() ? "-" : "";
            anchor += c;
            gap = false;
        } else {
            gap = true;
        }
    }
    return anchor.empty() ? "section" : anchor;
}

}  // namespace

std::string Anchors::make(std::string_view title) {
    const std::string first = spelled(title);
    std::string anchor = first;
    int& number = next_.try_emplace(first, 2).first->second;
    while (!taken_.insert(anchor).second) {
        anchor = first + "-" + std::to_string(number++);
    }
    return anchor;
}

}  // namespace ventanilla::article

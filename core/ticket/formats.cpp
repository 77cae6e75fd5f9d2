#include "core/ticket/formats.h"

#include <algorithm>
#include <cstddef>

namespace ventanilla::ticket {
namespace {

constexpr std::size_t kMaxAddress = 254;  // RFC 5321, 4.5.3.1.3, less the brackets
constexpr std::size_t kMaxLocalPart = 64;
constexpr std::size_t kMaxLabel = 63;
constexpr int kLeastDigits = 6;
constexpr int kMostDigits = 15;

bool may_stand_in_address(char c) {
    constexpr std::string_view kRefused = "<>()[],;:\"\\@ ";
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7F &&
           kRefused.find(c) == std::string_view::npos;
}

bool is_label(std::string_view label) {
    const auto may_stand_in_label = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || static_cast<unsigned char>(c) >= 0x80;
    };
    return !label.empty() && label.size() <= kMaxLabel && label.front() != '-' &&
           label.back() != '-' && std::ranges::all_of(label, may_stand_in_label);
}

bool is_domain(std::string_view domain) {
    int labels = 0;
    while (true) {
        const std::size_t dot = domain.find('.');
        if (!is_label(domain.substr(0, dot))) {
            return false;
        }
        ++labels;
        if (dot == std::string_view::npos) {
            return labels >= 2;
        }
        domain.remove_prefix(dot + 1);
    }
}

}  // namespace

bool is_email_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || text.size() > kMaxAddress) {
        return false;
    }
    const std::string_view local = text.substr(0, at);
    return !local.empty() && local.size() <= kMaxLocalPart &&
           std::ranges::all_of(local, may_stand_in_address) && is_domain(text.substr(at + 1));
}

bool is_telephone_number(std::string_view text) {
    int digits = 0;
    bool plus = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            ++digits;
        } else if (c == '+') {
            if (plus || digits > 0) {
                return false;
            }
            plus = true;
        } else if (std::string_view(" ()-.").find(c) == std::string_view::npos) {
            return false;
        }
    }
    return digits >= kLeastDigits && digits <= kMostDigits;
}

}  // namespace ventanilla::ticket

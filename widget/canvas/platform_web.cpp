#include "widget/canvas/platform_web.h"

#include <utility>

namespace ventanilla::canvas {

Picture WebPlatform::picture(std::string_view address) {
    const auto [picture, is_new] =
        pictures_.try_emplace(std::string(address), Picture{.awaited = true});
    if (is_new) {
        pictures.emplace_back(address);
    }
    return picture->second;
}

void WebPlatform::open(std::string_view address) {
    opened.emplace_back(address);
}

// As it travels, until the host has written it.
std::string WebPlatform::format_date(std::string_view value, std::string_view /*language*/) {
    const auto [date, is_new] = dates_.try_emplace(std::string(value), value);
    if (is_new) {
        dates.emplace_back(value);
    }
    return date->second;
}

void WebPlatform::put_picture(const std::string& address, const Picture& picture) {
    pictures_[address] = picture;
}

void WebPlatform::put_date(const std::string& value, std::string written) {
    dates_[value] = std::move(written);
}

}  // namespace ventanilla::canvas

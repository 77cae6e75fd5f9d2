#include "widget/canvas/platform_null.h"

namespace ventanilla::canvas {

Edit NullPlatform::edit(const TextInput& input) {
    inputs[input.key] = input;
    const auto edit = edits.find(input.key);
    if (edit == edits.end()) {
        return {};
    }
    const Edit result = edit->second;
    edits.erase(edit);
    return result;
}

Picture NullPlatform::picture(std::string_view address) {
    pictures.emplace_back(address);
    const auto size = picture_sizes.find(std::string(address));
    return size == picture_sizes.end() ? Picture{.awaited = pictures_awaited}
                                       : Picture{.size = size->second};
}

void NullPlatform::open(std::string_view address) {
    opened.emplace_back(address);
}

std::string NullPlatform::format_date(std::string_view value, std::string_view /*language*/) {
    return std::string(value);
}

}  // namespace ventanilla::canvas

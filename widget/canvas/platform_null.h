// widget/canvas/platform_null.h
//
// A platform without anything: it notes what it was asked for, and edits as it is told. For tests.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "widget/canvas/platform.h"

namespace ventanilla::canvas {

class NullPlatform : public Platform {
public:
    Edit edit(const TextInput& input) override;
    Picture picture(std::string_view address) override;
    void open(std::string_view address) override;
    std::string format_date(std::string_view value, std::string_view language) override;
    double now() override { return time; }
    void request_frame() override { ++frames_requested; }

    // What was asked for.
    std::map<std::string, TextInput> inputs;  // by key, as last seen
    std::vector<std::string> pictures;
    std::vector<std::string> opened;
    int frames_requested = 0;

    // What it gives.
    std::map<std::string, Edit> edits;  // by key, once
    std::map<std::string, Size> picture_sizes;
    bool pictures_awaited = false;  // those without a size are still on their way
    double time = 0;
};

}  // namespace ventanilla::canvas

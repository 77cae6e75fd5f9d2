// widget/canvas/platform_web.h
//
// The platform in a browser, which does everything by itself a moment later: what the canvas asks for is noted for
// the host, and what the host answers is kept. Real inputs lie over the frames; the text in them never comes this
// way.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "widget/canvas/platform.h"

namespace ventanilla::canvas {

class WebPlatform : public Platform {
public:
    Edit edit(const TextInput& /*input*/) override { return {}; }
    Picture picture(std::string_view address) override;
    void open(std::string_view address) override;
    std::string format_date(std::string_view value, std::string_view language) override;
    double now() override { return seconds; }
    void request_frame() override {}  // the host asks Canvas::needs_frame()

    // What the host answers; Canvas::refresh() follows. Without a texture: there is no such picture.
    void put_picture(const std::string& address, const Picture& picture);
    void put_date(const std::string& value, std::string written);
    // All are asked for again, for another pixel ratio.
    void forget_pictures() { pictures_.clear(); }

    // What is noted since the host took it.
    std::vector<std::string> pictures;
    std::vector<std::string> dates;
    std::vector<std::string> opened;

    double seconds = 0;  // of the frame's time

private:
    std::map<std::string, Picture, std::less<>> pictures_;
    std::map<std::string, std::string, std::less<>> dates_;
};

}  // namespace ventanilla::canvas

// The further exports of ventanilla-canvas.wasm, described in docs/screen-protocol.md: the app's screen as triangles.
// Lengths are those of texts in the input buffer (vt_reserve); positions are in pixels of the canvas. One thread.

#include <imgui.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/json_writer.h"
#include "widget/bridge/door.h"
#include "widget/bridge/message_json.h"
#include "widget/canvas/canvas.h"
#include "widget/canvas/platform_web.h"

namespace {

using ventanilla::base::JsonWriter;
using ventanilla::bridge::door;
namespace app = ventanilla::app;
namespace bridge = ventanilla::bridge;
namespace canvas = ventanilla::canvas;

struct View {
    std::array<std::string, 4> faces;  // in the order of canvas::Face
    canvas::WebPlatform platform;
    std::optional<canvas::Fonts> fonts;
    std::optional<canvas::Canvas> canvas;
    std::vector<std::uint32_t> words;  // of the last frame
    int told_arrangement = 0;
};

View& view() {
    static View instance;
    return instance;
}

std::uint32_t address_of(const void* at) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at));
}

std::uint32_t count_of(int size) {
    return static_cast<std::uint32_t>(size);
}

void* texture(std::uint32_t number) {
    return reinterpret_cast<void*>(static_cast<std::uintptr_t>(number));
}

// Lists of triangles as words: how many lists; for each the addresses and counts of its vertices, indices and
// commands; for each command its clip rectangle (floats), texture, first index, first vertex and count.
void write_frame(std::vector<std::uint32_t>& words, const ImDrawData& data) {
    words = {count_of(data.CmdListsCount)};
    for (const ImDrawList* list : data.CmdLists) {
        words.insert(words.end(), {address_of(list->VtxBuffer.Data), count_of(list->VtxBuffer.Size),
                                   address_of(list->IdxBuffer.Data), count_of(list->IdxBuffer.Size),
                                   count_of(list->CmdBuffer.Size)});
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            for (const float side : {clip.x, clip.y, clip.z, clip.w}) {
                words.push_back(std::bit_cast<std::uint32_t>(side));
            }
            words.insert(words.end(), {address_of(command.GetTexID()), command.IdxOffset,
                                       command.VtxOffset, command.ElemCount});
        }
    }
}

void write_texts(JsonWriter& json, std::string_view name, std::vector<std::string>& texts) {
    json.name(name);
    json.begin_array();
    for (const std::string& text : texts) {
        json.string(text);
    }
    json.end_array();
    texts.clear();
}

void write_place(JsonWriter& json, std::string_view key, const std::vector<canvas::Rect>& rects) {
    json.begin_array();
    json.string(key);
    for (const canvas::Rect& rect : rects) {
        for (const float part : {rect.x, rect.y, rect.width, rect.height}) {
            json.number(static_cast<int>(std::lround(part)));
        }
    }
    json.end_array();
}

// Where nodes are drawn, and in them what can be used.
void write_layer(JsonWriter& json, std::string_view name, const canvas::Layer& layer) {
    json.name(name);
    json.begin_object();
    json.name("places");
    json.begin_array();
    for (const canvas::Place& place : layer.places) {
        write_place(json, place.key, {place.rect});
    }
    json.end_array();
    json.name("targets");
    json.begin_array();
    for (const canvas::Target& target : layer.targets) {
        if (!target.rects.empty()) {
            write_place(json, target.key, view().canvas->rects_of(target));
        }
    }
    json.end_array();
    json.end_object();
}

}  // namespace

// The input is a TrueType file: face 0 regular, 1 strong, 2 italic, 3 mono. Before vc_open.
VENTANILLA_EXPORT(vc_face) void vc_face(std::uint32_t face, std::uint32_t length) {
    if (face < view().faces.size()) {
        view().faces[face] = door().take(length);
    }
}

// `scale`: pixels of the canvas for each CSS pixel; called again when that changes. The answer is the font texture, a
// byte of coverage for each pixel: address, width, height.
VENTANILLA_EXPORT(vc_open) const std::uint32_t* vc_open(float scale) {
    if (ImGui::GetCurrentContext() == nullptr) {
        ImGui::CreateContext();
    }
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTrickleEventQueue = false;
    io.Fonts->Clear();
    const auto& [regular, strong, italic, mono] = view().faces;
    view().fonts.emplace(*io.Fonts, canvas::FontBytes{regular, strong, italic, mono}, scale);
    view().platform.forget_pictures();
    if (view().canvas) {
        view().canvas->set_fonts(*view().fonts);
    } else {
        view().canvas.emplace(*view().fonts, view().platform, canvas::Options{});
    }
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    io.Fonts->SetTexID(texture(1));
    view().words = {address_of(pixels), count_of(width), count_of(height)};
    return view().words.data();
}

// The input is the accent. All below need vc_open.
VENTANILLA_EXPORT(vc_look)
void vc_look(std::uint32_t length, std::int32_t dark, std::int32_t closable, std::int32_t still) {
    view().canvas->set_options({door().take(length), dark != 0, closable != 0, still != 0});
}

// Takes the app's screen over, after each vt_dispatch and vt_deliver.
VENTANILLA_EXPORT(vc_show) void vc_show() {
    view().canvas->set_screen(app::view(door().session.model()));
}

// The input is the key of what has the focus; none: nothing has.
VENTANILLA_EXPORT(vc_focus) void vc_focus(std::uint32_t length, std::int32_t ring) {
    view().canvas->focus(door().read(length), ring != 0);
}

VENTANILLA_EXPORT(vc_pointer)
void vc_pointer(float x, float y, std::int32_t pressed, std::int32_t finger) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(finger != 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, pressed != 0);
}

// In CSS pixels: by the wheel what is under the pointer, by a key what has the focus.
VENTANILLA_EXPORT(vc_wheel) void vc_wheel(float across, float down) {
    ImGui::GetIO().AddMouseWheelEvent(-across / canvas::kWheelStep, -down / canvas::kWheelStep);
}

VENTANILLA_EXPORT(vc_scroll) void vc_scroll(float across, float down) {
    view().canvas->scroll_by(across, down);
}

// The input is the picture's path; size in CSS pixels; `number`: the texture's, 2 or more; 0: there is no such picture.
VENTANILLA_EXPORT(vc_picture)
void vc_picture(std::uint32_t length, std::uint32_t number, float width, float height) {
    view().platform.put_picture(door().take(length), {texture(number), {width, height}});
    view().canvas->refresh();
}

// The input is the date as it travels, and after it, as it is written.
VENTANILLA_EXPORT(vc_date) void vc_date(std::uint32_t value_length, std::uint32_t length) {
    const std::string both = door().take(length);
    view().platform.put_date(both.substr(0, value_length),
                             both.substr(value_length < both.size() ? value_length : both.size()));
    view().canvas->refresh();
}

VENTANILLA_EXPORT(vc_needs_frame) std::int32_t vc_needs_frame() {
    return view().canvas->needs_frame() ? 1 : 0;
}

// Draws; the answer is the frame's words.
VENTANILLA_EXPORT(vc_frame)
const std::uint32_t* vc_frame(float width, float height, double seconds) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    view().platform.seconds = seconds;
    ImGui::NewFrame();
    view().canvas->draw({0, 0, width, height});
    ImGui::Render();
    write_frame(view().words, *ImGui::GetDrawData());
    return view().words.data();
}

// What happened since the last call: messages, what is where, and what the canvas asks of the host.
VENTANILLA_EXPORT(vc_report) const char* vc_report() {
    canvas::Canvas& help = *view().canvas;
    JsonWriter json;
    json.begin_object();
    json.name("messages");
    json.begin_array();
    for (const app::Message& message : help.take_messages()) {
        json.value(bridge::to_json(message));
    }
    json.end_array();
    json.member("focused", help.focused());
    json.name("scroll");
    json.number(static_cast<int>(std::lround(help.scroll())));
    if (ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand) {
        json.flag("hand", true);
    }
    if (std::exchange(view().told_arrangement, help.arrangement()) != help.arrangement()) {
        json.name("head_height");
        json.number(static_cast<int>(std::lround(help.page().head.height)));
        write_layer(json, "head", help.page().head);
        write_layer(json, "body", help.page().body);
    }
    write_texts(json, "pictures", view().platform.pictures);
    write_texts(json, "dates", view().platform.dates);
    write_texts(json, "opened", view().platform.opened);
    json.end_object();
    return door().answer(json.take());
}

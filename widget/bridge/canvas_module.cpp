// The further exports of ventanilla-canvas.wasm, described in docs/screen-protocol.md: the app's screen as triangles.
// Lengths are those of texts in the input buffer (vt_reserve); positions are in pixels of the canvas. One thread.

#include <imgui.h>

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "widget/bridge/door.h"
#include "widget/bridge/json_writer.h"
#include "widget/bridge/message_json.h"
#include "widget/canvas/canvas.h"
#include "widget/canvas/platform_web.h"

namespace {

using ventanilla::bridge::door;
using ventanilla::bridge::JsonWriter;
namespace app = ventanilla::app;
namespace base = ventanilla::base;
namespace bridge = ventanilla::bridge;
namespace canvas = ventanilla::canvas;

constexpr std::array<std::string_view, 6> kInputKinds = {"search", "text",      "long-text",
                                                         "email",  "telephone", "date"};

struct View {
    std::array<std::string, 4> faces;  // in the order of canvas::Face
    canvas::WebPlatform platform;
    std::optional<canvas::Fonts> fonts;
    std::optional<canvas::Canvas> canvas;
    std::vector<std::uint32_t> words;  // of the last frame
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

void write_inputs(JsonWriter& json, const std::vector<canvas::TextInput>& inputs) {
    json.name("inputs");
    json.begin_array();
    for (const canvas::TextInput& input : inputs) {
        json.begin_object();
        json.member("key", input.key);
        json.member("kind", kInputKinds[static_cast<std::size_t>(input.kind)]);
        json.name("rect");
        json.begin_array();
        for (const float part : {input.rect.x, input.rect.y, input.rect.width, input.rect.height}) {
            json.number(static_cast<int>(part));
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
}

}  // namespace

// The input is a TrueType file: face 0 regular, 1 strong, 2 italic, 3 mono. Before vc_open.
VENTANILLA_EXPORT(vc_face) void vc_face(std::uint32_t face, std::uint32_t length) {
    if (face < view().faces.size()) {
        view().faces[face] = door().take(length);
    }
}

// `scale`: pixels of the canvas for each CSS pixel. The answer is the font texture, a byte of
// coverage for each pixel: address, width, height.
VENTANILLA_EXPORT(vc_open) const std::uint32_t* vc_open(float scale) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTrickleEventQueue = false;
    const auto& [regular, strong, italic, mono] = view().faces;
    view().fonts.emplace(*io.Fonts, canvas::FontBytes{regular, strong, italic, mono}, scale);
    view().canvas.emplace(*view().fonts, view().platform, canvas::Options{});
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
void vc_look(std::uint32_t length, std::int32_t dark, std::int32_t closable) {
    view().canvas->set_options({door().take(length), dark != 0, closable != 0});
}

// Takes the app's screen over, after each vt_dispatch and vt_deliver.
VENTANILLA_EXPORT(vc_show) void vc_show() {
    view().canvas->set_screen(app::view(door().session.model()));
}

VENTANILLA_EXPORT(vc_focus) void vc_focus(std::uint32_t length) {
    view().canvas->focus(door().read(length));
}

VENTANILLA_EXPORT(vc_pointer)
void vc_pointer(float x, float y, std::int32_t pressed, float wheel, std::int32_t finger) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(finger != 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, pressed != 0);
    io.AddMouseWheelEvent(0, wheel);
}

// The input is the picture's path; size in CSS pixels; `number`: the texture's, 2 or more.
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
    view().platform.inputs.clear();
    ImGui::NewFrame();
    view().canvas->draw({0, 0, width, height});
    ImGui::Render();
    write_frame(view().words, *ImGui::GetDrawData());
    return view().words.data();
}

// What happened since the last call: messages, and what the canvas asks of the host.
VENTANILLA_EXPORT(vc_report) const char* vc_report() {
    JsonWriter json;
    json.begin_object();
    json.name("messages");
    json.begin_array();
    for (const app::Message& message : view().canvas->take_messages()) {
        json.raw(base::write_json(bridge::to_json(message)));
    }
    json.end_array();
    json.member("focused", view().canvas->focused());
    write_inputs(json, view().platform.inputs);
    write_texts(json, "pictures", view().platform.pictures);
    write_texts(json, "dates", view().platform.dates);
    write_texts(json, "opened", view().platform.opened);
    json.end_object();
    return door().answer(json.take());
}

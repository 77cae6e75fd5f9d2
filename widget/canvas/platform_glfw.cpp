#include "widget/canvas/platform_glfw.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_internal.h>
#include <misc/cpp/imgui_stdlib.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <thread>
#include <utility>

#include "widget/canvas/native_dates.h"

extern char** environ;

namespace ventanilla::canvas {
namespace {

// The next frame edits this item, with the cursor where it was.
void activate(ImGuiID id) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    context.NavNextActivateId = id;
    context.NavNextActivateFlags =
        ImGuiActivateFlags_PreferInput | ImGuiActivateFlags_TryToPreserveState;
}

bool pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(key, false);
}

// The look of an input of which the canvas draws the frame.
class InputLook {
public:
    InputLook(const TextInput& input, Fonts::Drawn font, float padding) {
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, padding});
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
        ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, 6 * input.scale);
        for (const ImGuiCol ground :
             {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_ChildBg,
              ImGuiCol_ScrollbarBg, ImGuiCol_NavHighlight}) {
            ImGui::PushStyleColor(ground, 0U);
        }
        ImGui::PushStyleColor(ImGuiCol_Text, input.ink);
        ImGui::PushStyleColor(ImGuiCol_TextDisabled, input.hint_ink);
        constexpr ImU32 kQuarter = 0x00ffffff | 0x40U << 24U;
        ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, input.hint_ink & kQuarter);
        ImGui::PushFont(font.font);
        ImGui::SetWindowFontScale(font.size / font.font->FontSize);
    }
    ~InputLook() {
        ImGui::SetWindowFontScale(1);
        ImGui::PopFont();
        ImGui::PopStyleColor(9);
        ImGui::PopStyleVar(3);
    }
    InputLook(const InputLook&) = delete;
    InputLook& operator=(const InputLook&) = delete;
};

void draw_input(const TextInput& input, const char* name, std::string& text) {
    const ImGuiInputTextFlags flags =
        input.read_only ? ImGuiInputTextFlags_ReadOnly : ImGuiInputTextFlags_None;
    ImGui::SetCursorScreenPos({input.rect.x, input.rect.y});
    if (input.kind == InputKind::kLongText) {
        ImGui::InputTextMultiline(name, &text, {input.rect.width, input.rect.height}, flags);
        return;
    }
    ImGui::SetNextItemWidth(input.rect.width);
    ImGui::InputTextWithHint(
        name, input.hint.c_str(), &text,
        input.kind == InputKind::kSearch ? flags | ImGuiInputTextFlags_EscapeClearsAll : flags);
}

}  // namespace

Edit GlfwPlatform::edit(const TextInput& input) {
    const Fonts::Drawn font = fonts_.drawn({});
    const bool area = input.kind == InputKind::kLongText;
    const InputLook look(input, font,
                         area ? 0 : std::max(0.0F, (input.rect.height - font.size) / 2));
    const std::string name = "##" + input.key;
    const ImGuiID id = ImGui::GetID(name.c_str());
    std::string& text = texts_[input.key];
    const bool replaced = text != input.value;
    if (input.drop_focus || replaced) {
        take_again_.clear();
        if (ImGui::GetActiveID() == id) {
            ImGui::ClearActiveID();
        }
    }
    text = input.value;
    if (input.take_focus || take_again_ == input.key) {
        take_again_.clear();
        activate(id);
        request_frame();
    }
    draw_input(input, name.c_str(), text);

    Edit edit;
    edit.focused = ImGui::IsItemActive();
    const bool left = ImGui::IsItemDeactivated();
    if (left && pressed(ImGuiKey_Escape) && input.kind != InputKind::kSearch) {
        // Dear ImGui takes back what was typed; here nothing that was typed is lost.
        text = input.value;
    }
    edit.submitted = left && (pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter));
    if (edit.submitted) {
        take_again_ = input.key;
    }
    if (text != input.value) {
        edit.value = text;
    }
    return edit;
}

Picture GlfwPlatform::picture(std::string_view address) {
    const auto [picture, is_new] =
        pictures_.try_emplace(std::string(address), Picture{.awaited = true});
    if (is_new) {
        wanted_.emplace_back(address);
        request_frame();
    }
    return picture->second;
}

std::vector<std::string> GlfwPlatform::take_wanted() {
    return std::exchange(wanted_, {});
}

void GlfwPlatform::put(const std::string& address, const Pixels& pixels) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, pixels.width, pixels.height, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, pixels.rgba.data());
    pictures_[address] = {reinterpret_cast<void*>(static_cast<std::uintptr_t>(texture)),
                          pixels.size};
}

void GlfwPlatform::put_none(const std::string& address) {
    pictures_[address] = {};
}

void GlfwPlatform::open(std::string_view address) {
    std::string program = "xdg-open";
    std::string argument(address);
    std::array<char*, 3> arguments = {program.data(), argument.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) == 0) {
        // Nobody asks how it went; the child is still to be waited for.
        std::thread([child] { waitpid(child, nullptr, 0); }).detach();
    }
}

void GlfwPlatform::copy(std::string_view text) {
    ImGui::SetClipboardText(std::string(text).c_str());
}

std::string GlfwPlatform::format_date(std::string_view value, std::string_view language) {
    return native_date(value, language);
}

double GlfwPlatform::now() {
    return glfwGetTime();
}

void GlfwPlatform::request_frame() {
    glfwPostEmptyEvent();
}

}  // namespace ventanilla::canvas

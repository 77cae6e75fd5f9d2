// A native program with help inside: GLFW, OpenGL 3 and ventanilla::canvas.
//
//   ventanilla-native --server http://localhost:8080 --language es
//   ventanilla-native --server file:///srv/help-dist --language en --dark
//
// Articles are searched here; a ticket goes to the server. --script plays a customer (examples/native/script.h).
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <optional>

#include "examples/native/help.h"
#include "examples/native/script.h"
#include "widget/canvas/fonts/embedded.h"

namespace {

using namespace ventanilla;

struct Settings {
    std::string server = "http://localhost:8080";
    std::string language = "es";
    std::string script;
    int width = 400;
    int height = 640;
    float scale = 1;
    bool dark = false;
};

// Frames that are drawn after something happened: Dear ImGui takes events one after the other.
constexpr int kFramesAfterEvent = 3;
constexpr double kBlink = 0.3;  // seconds: how long a text cursor may wait for its next frame

// The program's loop: it sleeps while nothing happens.
int run(GLFWwindow* window, const Settings& settings) {
    native::Network network(settings.server, glfwPostEmptyEvent);
    const native::Site site = native::find_site(network, settings.server, settings.language);
    if (site.catalog.empty()) {
        std::cerr << "no help in " << settings.language << " at " << settings.server << '\n';
        return 1;
    }
    const canvas::Fonts fonts(*ImGui::GetIO().Fonts, canvas::embedded_fonts(), settings.scale);
    canvas::GlfwPlatform platform(fonts);
    canvas::Canvas canvas(fonts, platform,
                          {.accent = site.accent, .dark = settings.dark, .closable = true});
    native::Help help(network, settings.server, platform, canvas);
    help.start(settings.language, site.catalog);
    std::optional<native::Script> script;
    if (!settings.script.empty()) {
        script.emplace(settings.script);
    }
    int frames = kFramesAfterEvent;
    while (!glfwWindowShouldClose(window) && !help.closed()) {
        if (frames > 0 || canvas.needs_frame() || script) {
            glfwPollEvents();
            --frames;
        } else {
            const double before = glfwGetTime();
            ImGui::GetIO().WantTextInput ? glfwWaitEventsTimeout(kBlink) : glfwWaitEvents();
            frames = glfwGetTime() - before < kBlink ? kFramesAfterEvent : 1;
        }
        help.catch_up();
        int width = 0;
        int height = 0;
        glfwGetFramebufferSize(window, &width, &height);
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        if (script && !script->play(canvas, help.screen(), glfwGetTime())) {
            break;
        }
        ImGui::NewFrame();
        canvas.draw({0, 0, ImGui::GetIO().DisplaySize.x, ImGui::GetIO().DisplaySize.y});
        ImGui::Render();
        glViewport(0, 0, width, height);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        if (script) {
            script->after_frame(width, height);
        }
        glfwSwapBuffers(window);
    }
    return 0;
}

int open_window(const Settings& settings) {
    if (glfwInit() == GLFW_FALSE) {
        std::cerr << "no window can be opened here\n";
        return 1;
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    GLFWwindow* window =
        glfwCreateWindow(settings.width, settings.height, "Ventanilla", nullptr, nullptr);
    if (window == nullptr) {
        std::cerr << "there is no OpenGL 3 here\n";
        glfwTerminate();
        return 1;
    }
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 130");
    const int result = run(window, settings);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window);
    glfwTerminate();
    return result;
}

}  // namespace

int main(int argc, char** argv) {
    Settings settings;
    CLI::App options("Help inside a native program");
    options.add_option("--server", settings.server, "The help's address, or file:///FOLDER");
    options.add_option("--language", settings.language, "Its language");
    options.add_option("--script", settings.script, "Plays these steps");
    options.add_option("--width", settings.width, "Of the window, in pixels");
    options.add_option("--height", settings.height, "Of the window, in pixels");
    options.add_option("--scale", settings.scale, "Pixels for each CSS pixel");
    options.add_flag("--dark", settings.dark, "In dark colours");
    CLI11_PARSE(options, argc, argv);
    return open_window(settings);
}

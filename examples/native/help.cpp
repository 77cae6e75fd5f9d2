#include "examples/native/help.h"

#include <chrono>
#include <cstdint>
#include <random>
#include <utility>
#include <variant>

#include "examples/native/pictures.h"

namespace ventanilla::native {
namespace {

// The value of an attribute in the panel's page (docs/screen-protocol.md).
std::string attribute(const std::string& page, const std::string& name) {
    const std::string begin = name + "=\"";
    const std::size_t at = page.find(begin);
    if (at == std::string::npos) {
        return {};
    }
    const std::size_t from = at + begin.size();
    return page.substr(from, page.find('"', from) - from);
}

std::string random_hex(int bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::random_device device;  // the system's cryptographic generator
    std::string hex;
    for (int i = 0; i < 2 * bytes; ++i) {
        hex += kDigits[device() & 15U];
    }
    return hex;
}

std::int64_t minutes_in_utc() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::minutes>(now).count();
}

}  // namespace

Site find_site(const Network& network, const std::string& origin, const std::string& language) {
    const bool is_folder = origin.starts_with("file:");
    const std::string path = "/widget/" + language + "/" + (is_folder ? "index.html" : "");
    const Response page = network.get_now(path);
    return {attribute(page.body, "data-catalog"), attribute(page.body, "data-accent")};
}

void Help::start(const std::string& language, const std::string& catalog, const std::string& path) {
    tell(app::Start{.language = language,
                    .catalog = catalog,
                    .path = path,
                    .page = {},
                    .saved = {},
                    .online = true,
                    .has_annex = true});
    tell(app::Clock{.now = 0, .utc = minutes_in_utc()});  // which knows no zones
    tell(app::Shown{});
}

void Help::catch_up() {
    network_.take_answers();
    for (const app::Message& message : canvas_.take_messages()) {
        tell(message);
    }
    fetch_pictures();
}

void Help::tell(const app::Message& message) {
    waiting_.push_back(message);
    if (waiting_.size() > 1) {
        return;  // from within an effect: it is taken below
    }
    while (!waiting_.empty()) {
        const app::Effects effects = app::update(model_, waiting_.front());
        canvas_.set_screen(screen());
        for (const app::Effect& effect : effects) {
            run(effect);
        }
        waiting_.pop_front();
    }
}

void Help::run(const app::Effect& effect) {
    const auto answer = [this, id = effect.id](const Response& response) {
        tell(app::Answered{id, response.status, response.body});
    };
    if (const auto* get = std::get_if<app::Get>(&effect.what)) {
        network_.get(*get, answer);
    } else if (const auto* post = std::get_if<app::Post>(&effect.what)) {
        network_.post(*post, answer);
    } else if (const auto* random = std::get_if<app::Random>(&effect.what)) {
        tell(app::Answered{effect.id, 200, random_hex(random->bytes)});
    } else if (const auto* focus = std::get_if<app::Focus>(&effect.what)) {
        canvas_.focus(focus->key);
    } else if (const auto* copy = std::get_if<app::Copy>(&effect.what)) {
        platform_.copy(copy->text);
    } else if (std::holds_alternative<app::ClosePanel>(effect.what)) {
        closed_ = true;
    } else if (const auto* other = std::get_if<app::SwitchLanguage>(&effect.what)) {
        const std::string language = other->path.substr(1, other->path.find('/', 1) - 1);
        start(language, find_site(network_, origin_, language).catalog, other->path);
    }
    // This program has no session to keep, no address to show and no page to tell; ImGui has no screen reader.
}

void Help::fetch_pictures() {
    for (const std::string& address : platform_.take_wanted()) {
        network_.get({address}, [this, address](const Response& response) {
            if (const auto pixels = rasterise(response.body)) {
                platform_.put(address, *pixels);
            } else {
                platform_.put_none(address);
            }
            canvas_.refresh();
        });
    }
}

}  // namespace ventanilla::native

#include "tests/widget/app/host.h"

#include <catch2/catch_test_macros.hpp>

namespace ventanilla::test {

using app::Node;
using app::NodeKind;

namespace {

std::string name_of(const Node& node) {
    if (node.runs.empty()) {
        return node.text;
    }
    std::string name;
    for (const search::Run& run : node.runs) {
        name += run.text;
    }
    return name;
}

// "guide-end id=no-internet outcome=call"
std::string text_of(const app::Emit& emit) {
    std::string text = emit.event;
    for (const auto& [name, value] : emit.detail) {
        const int* number = std::get_if<int>(&value);
        text += " " + name + "=" +
                (number != nullptr ? std::to_string(*number) : std::get<std::string>(value));
    }
    return text;
}

}  // namespace

Host::Host(std::string saved_session, std::string path, const HelpOrigin& origin)
    : origin_(origin) {
    tell(app::Start{.language = origin.language,
                    .catalog = origin.catalog,
                    .path = std::move(path),
                    .page = "https://www.farofibra.example/tarifas",
                    .saved = std::move(saved_session),
                    .in_browser = origin.in_browser,
                    .has_annex = origin.has_annex,
                    .keeps = origin.keeps,
                    .attaches = origin.attaches});
}

void Host::tell(const app::Message& message) {
    waiting_.push_back(message);
    while (!waiting_.empty()) {
        const app::Message next = std::move(waiting_.front());
        waiting_.pop_front();
        run(app::update(model_, next));
    }
}

void Host::run(const app::Effects& effects) {
    for (const app::Effect& effect : effects) {
        auto& queue = waiting_;
        if (const auto* get = std::get_if<app::Get>(&effect.what)) {
            app::Answered answer = answer_get(effect.id, *get);
            if (hold) {
                held_.emplace_back(std::move(answer));
            } else {
                queue.emplace_back(std::move(answer));
            }
        } else if (const auto* post = std::get_if<app::Post>(&effect.what)) {
            const bool is_token = post->path == "/api/v1/form-token";
            if (!is_token) {
                posts.push_back(*post);
            }
            app::Answered answer =
                is_token ? give_token(effect.id, *post) : answer_post(effect.id, *post);
            if (hold && !is_token) {
                held_.emplace_back(std::move(answer));
            } else {
                queue.emplace_back(std::move(answer));
            }
        } else if (std::get_if<app::Random>(&effect.what) != nullptr) {
            app::Answered bytes{effect.id, 200,
                                "00112233445566778899aabbccddee" +
                                    std::to_string(random + posts.size() + token_keys.size())};
            if (hold_random) {
                held_.emplace_back(std::move(bytes));
            } else {
                queue.emplace_back(std::move(bytes));
            }
        } else if (const auto* save = std::get_if<app::Save>(&effect.what)) {
            saved = save->text;
        } else if (const auto* keep = std::get_if<app::Keep>(&effect.what)) {
            if (keep->text.empty()) {
                device.erase(keep->name);
            } else if (!keeps_nothing) {
                device[keep->name] = keep->text;
            }
            queue.emplace_back(app::Answered{effect.id, keeps_nothing ? 0 : 200, {}});
        } else if (const auto* wait = std::get_if<app::Wait>(&effect.what)) {
            waits.push_back(wait->seconds);
            timers_.push_back(effect.id);
        } else if (const auto* focus = std::get_if<app::Focus>(&effect.what)) {
            focused.push_back(focus->key);
        } else if (const auto* announce = std::get_if<app::Announce>(&effect.what)) {
            announced.push_back(announce->text);
        } else if (const auto* emit = std::get_if<app::Emit>(&effect.what)) {
            emitted.push_back(text_of(*emit));
        } else if (const auto* shown = std::get_if<app::ShowAddress>(&effect.what)) {
            address = shown->path;
        } else if (const auto* copy = std::get_if<app::Copy>(&effect.what)) {
            copied = copy->text;
        } else if (const auto* share = std::get_if<app::Share>(&effect.what)) {
            shared.push_back(share->title + " " + share->path);
        } else if (const auto* file = std::get_if<app::Download>(&effect.what)) {
            downloaded.push_back(file->name + " " + file->path + " " + file->token);
            queue.emplace_back(app::Answered{effect.id, online ? 200 : 0, {}});
        } else if (std::get_if<app::Print>(&effect.what) != nullptr) {
            ++printed;
        } else if (const auto* other = std::get_if<app::SwitchLanguage>(&effect.what)) {
            elsewhere = other->path;
        } else {
            closed = true;
        }
    }
}

app::Answered Host::answer_get(app::EffectId id, const app::Get& get) const {
    if (!online || broken) {
        return {id, online ? 500 : 0, {}};
    }
    const auto file = origin_.files.find(get.path);
    const bool found = file != origin_.files.end();
    return {id, found ? 200 : 404, found ? file->second : std::string()};
}

app::Answered Host::give_token(app::EffectId id, const app::Post& post) {
    token_keys.push_back(post.key);
    if (!online) {
        return {id, 0, {}};
    }
    if (!token_answers.empty()) {
        app::Answered answer = std::move(token_answers.front());
        token_answers.pop_front();
        answer.effect = id;
        return answer;
    }
    return {id, 200, R"({"token":"for-)" + post.key + "\"}"};
}

app::Answered Host::answer_post(app::EffectId id, const app::Post& post) {
    if (!online) {
        return {id, 0, {}};
    }
    if (!ticket_answers.empty()) {
        app::Answered answer = std::move(ticket_answers.front());
        ticket_answers.pop_front();
        answer.effect = id;
        if (answer.status == 0) {  // stored, but the answer is cut
            bodies_by_key_.try_emplace(post.key, post.body);
            stored = static_cast<int>(bodies_by_key_.size());
        }
        return answer;
    }
    const auto [ticket, is_new] = bodies_by_key_.try_emplace(post.key, post.body);
    stored = static_cast<int>(bodies_by_key_.size());
    if (!is_new && ticket->second != post.body) {
        return {id, 422, R"({"type":"about:blank","title":"key reused"})"};
    }
    return {id, 201,
            R"({"tracking_code":"7KQ2-M9XD-4HTR-B8VK","received_at":"2026-11-21T10:00:00Z"})"};
}

void Host::release() {
    hold = false;
    hold_random = false;
    for (app::Message& message : std::exchange(held_, {})) {
        tell(message);
    }
}

void Host::wake() {
    for (const app::EffectId timer : std::exchange(timers_, {})) {
        tell(app::Answered{timer, 200, {}});
    }
}

void Host::find_kept() {
    app::Kept kept;
    for (const auto& [name, text] : device) {
        kept.texts.push_back(text);
    }
    tell(kept);
}

const Node* Host::find(NodeKind kind, const std::string& key) {
    screen_ = screen();
    const Node* found = nullptr;
    app::for_each_node(*screen_, [&](const Node& node) {
        if (found == nullptr && node.kind == kind && (key.empty() || node.key == key)) {
            found = &node;
        }
    });
    return found;
}

bool Host::shows(const std::string& text) {
    return drawn().find(text) != std::string::npos;
}

void Host::type(const std::string& text) {
    const Node* box = find(NodeKind::kSearch);
    REQUIRE(box != nullptr);
    tell(app::Typed{box->key, text, box->revision + 1});
}

void Host::fill(const std::string& field, const std::string& value) {
    const Node* node = find(NodeKind::kField, "field." + field);
    INFO("field " << field);
    REQUIRE(node != nullptr);
    tell(app::Typed{node->key, value, node->revision + 1});
}

void Host::choose(const std::string& label) {
    std::optional<app::Chose> message;
    app::for_each_node(screen(), [&](const Node& node) {
        for (const Node& option : node.children) {
            if (node.kind == NodeKind::kChoice && option.text == label) {
                message = app::Chose{node.key, option.value};
            }
        }
    });
    INFO("radio button " << label);
    REQUIRE(message.has_value());
    tell(*message);
}

void Host::press(const std::string& name) {
    std::optional<app::Message> message;
    app::for_each_node(screen(), [&](const Node& node) {
        if (node.kind == NodeKind::kAction && node.text == name) {
            message = node.message;
        }
    });
    INFO("button " << name << " in " << drawn());
    REQUIRE(message.has_value());
    tell(*message);
}

void Host::follow(const std::string& name) {
    std::optional<app::Message> message;
    app::for_each_node(screen(), [&](const Node& node) {
        const bool leads_on = node.kind == NodeKind::kItem ||
                              (node.kind == NodeKind::kLink && node.href.starts_with('/'));
        if (leads_on && name_of(node) == name) {
            message = app::Navigate{node.href};
        }
    });
    INFO("link " << name << " in " << drawn());
    REQUIRE(message.has_value());
    tell(*message);
}

app::Model model_as_seen(const Host& host) {
    const app::Model& seen = host.model();
    app::Model model;
    model.language = seen.language;
    model.library.catalog = seen.library.catalog;
    model.session = seen.session;
    model.answer = seen.answer;
    model.answered = seen.answered;
    const std::string root = app::shard_file(*seen.library.catalog, 0);
    if (const auto file = host.origin().files.find(root); file != host.origin().files.end()) {
        model.library.index = search::Index::open(file->second).value();
    }
    return model;
}

}  // namespace ventanilla::test

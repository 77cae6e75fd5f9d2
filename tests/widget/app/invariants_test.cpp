// The design's invariants, over every screen that a customer can come to. A graph search plays an abstract
// alphabet of inputs (every button, link and radio button that is shown, a few texts) from every state that it
// finds, beginning with the first screen and every place; a state is what a reload would restore.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <set>

#include "core/base/json.h"

#include "tests/widget/app/host.h"
#include "widget/app/place.h"

using namespace ventanilla;
using app::Message;
using app::Node;
using app::NodeKind;
using app::Screen;
using app::ScreenId;
using test::Host;

namespace {

constexpr std::size_t kMaxStates = 300;

std::vector<Message> inputs_of(const Screen& screen) {
    std::vector<Message> inputs;
    app::for_each_node(screen, [&](const Node& node) {
        const bool leads_on = node.kind == NodeKind::kItem || node.kind == NodeKind::kLink;
        if (leads_on && node.href.starts_with('/')) {
            inputs.emplace_back(app::Navigate{node.href});
        } else if (node.kind == NodeKind::kSearch) {
            for (const char* text : {"wifi", "zzz", ""}) {
                inputs.emplace_back(app::Typed{node.key, text, node.revision + 1});
            }
        } else if (node.kind == NodeKind::kField && !node.read_only) {
            const char* text = node.input == app::Input::kEmail       ? "a@b.example"
                               : node.input == app::Input::kTelephone ? "600000000"
                               : node.input == app::Input::kLongText  ? "no tengo internet en casa "
                                                                      : "hola";
            inputs.emplace_back(app::Typed{node.key, text, node.revision + 1});
        } else if (node.kind == NodeKind::kChoice && !node.read_only) {
            for (const Node& option : node.children) {
                inputs.emplace_back(app::Chose{node.key, option.value});
            }
        } else if (node.message) {
            inputs.push_back(*node.message);
        }
    });
    return inputs;
}

// A session without what grows for ever: revisions and the way back.
std::string state_of(const app::Model& model) {
    auto json = base::parse_json(app::write_session(model.session));
    (*json)["behind"] = nullptr;
    (*json)["query"] = nullptr;
    (*json)["draft"]["key"] = nullptr;
    base::Json texts = base::Json::object();
    for (const auto& [id, field] : (*json)["draft"]["fields"].members()) {
        texts[id] = field[0];
    }
    (*json)["draft"]["fields"] = std::move(texts);
    return base::write_json(*json);
}

using Transition = std::function<void(const Screen&, const Message&, Host&)>;

// Calls visit(before, input, host after it) for every transition found.
void explore(const Transition& visit) {
    std::vector<std::string> sessions = {""};
    for (const app::Place& place : app::places()) {
        app::Session session;
        session.route = app::route_of(place);
        sessions.push_back(app::write_session(session));
    }
    std::set<std::string> known;
    for (std::size_t next = 0; next < sessions.size() && known.size() < kMaxStates; ++next) {
        const std::string session = sessions[next];
        for (const Message& input : inputs_of(Host(session).screen())) {
            Host host(session);
            const Screen before = host.screen();
            host.tell(input);
            visit(before, input, host);
            if (known.insert(state_of(host.model())).second) {
                sessions.push_back(app::write_session(host.model().session));
            }
        }
    }
    CHECK(known.size() > 200);
}

std::vector<std::string> keys_of(const std::vector<Node>& nodes) {
    std::vector<std::string> keys;
    for (const Node& node : nodes) {
        keys.push_back(node.key);
    }
    return keys;
}

// The keys that stand in both, in the order of the first.
std::vector<std::string> shared(const std::vector<std::string>& keys,
                                const std::vector<std::string>& others) {
    std::vector<std::string> both;
    std::ranges::copy_if(keys, std::back_inserter(both), [&](const std::string& key) {
        return std::ranges::count(others, key) > 0;
    });
    return both;
}

void collect_siblings(const std::string& parent, const std::vector<Node>& nodes,
                      std::map<std::string, std::vector<std::string>>& siblings) {
    siblings[parent] = keys_of(nodes);
    for (const Node& node : nodes) {
        collect_siblings(node.key, node.children, siblings);
    }
}

std::map<std::string, std::vector<std::string>> siblings_of(const Screen& screen) {
    std::map<std::string, std::vector<std::string>> siblings;
    collect_siblings("(nodes)", screen.nodes, siblings);
    collect_siblings("(person)", screen.person, siblings);
    return siblings;
}

bool leads_to_person(const Message& message) {
    const auto* press = std::get_if<app::Press>(&message);
    const auto* navigate = std::get_if<app::Navigate>(&message);
    return (press != nullptr && press->command == app::Command::kGuideContact) ||
           (navigate != nullptr && navigate->path == "/es/contacto");
}

}  // namespace

TEST_CASE("from every screen a person is at most two actions away") {
    explore([](const Screen&, const Message&, Host& host) {
        const Screen screen = host.screen();
        bool calls = false;  // by telephone or mail: one action
        bool writes = screen.id == ScreenId::kForm;
        app::for_each_node(screen, [&](const Node& node) {
            calls = calls || (node.kind == NodeKind::kLink && !node.href.starts_with('/'));
            writes = writes || (node.message && leads_to_person(*node.message));
        });
        INFO(host.drawn());
        CHECK(calls);
        CHECK((writes || screen.id == ScreenId::kReceipt));
    });
}

TEST_CASE("siblings that survive a transition keep their order, so a focused node is never moved") {
    explore([](const Screen& before, const Message&, Host& host) {
        const auto old_siblings = siblings_of(before);
        for (const auto& [parent, keys] : siblings_of(host.screen())) {
            if (const auto old = old_siblings.find(parent); old != old_siblings.end()) {
                INFO(parent << " in " << host.drawn());
                CHECK(shared(keys, old->second) == shared(old->second, keys));
            }
        }
    });
}

TEST_CASE("keys are unique in a screen and every node that is used has a name") {
    explore([](const Screen&, const Message&, Host& host) {
        std::set<std::string> keys;
        app::for_each_node(host.screen(), [&](const Node& node) {
            INFO(node.key << " in " << host.drawn());
            CHECK(keys.insert(node.key).second);
            const bool is_used = node.message.has_value() || node.kind == NodeKind::kField ||
                                 node.kind == NodeKind::kLink || node.kind == NodeKind::kItem;
            CHECK((!is_used || !node.text.empty() || !node.runs.empty()));
            CHECK(node.children.size() <= 50);
        });
    });
}

TEST_CASE("every route has an address that leads back to it") {
    explore([](const Screen&, const Message&, Host& host) {
        const app::Route& route = host.model().session.route;
        const site::Catalog& catalog = *host.model().library.catalog;
        CHECK(app::parse_route(catalog, app::address_of(catalog, route)) == route);
    });
}

TEST_CASE("a reload shows the same screen again, from every state") {
    explore([](const Screen&, const Message&, Host& host) {
        const Host reloaded(app::write_session(host.model().session));
        CHECK(reloaded.screen().id == host.screen().id);
        CHECK(reloaded.screen().title == host.screen().title);
        CHECK(app::write_session(reloaded.model().session) ==
              app::write_session(host.model().session));
    });
}

TEST_CASE("a screen that changes while she types stays small") {
    Host host;
    for (const char* text :
         {"w", "wi", "wif", "wifi", "no tengo internet", "factura router wifi internet"}) {
        host.type(text);
        const Node* hits = host.find(NodeKind::kList, "hits");
        CHECK((hits == nullptr || hits->children.size() <= 5));
        CHECK(host.drawn().size() <= 6 * 1024);
    }
}

TEST_CASE("an answer that nobody waits for is ignored") {
    Host host;
    host.follow("El wifi va lento");
    const std::string before = host.drawn();
    host.tell(app::Answered{1, 200, "{}"});
    host.tell(app::Answered{4711, 0, ""});
    CHECK(host.drawn() == before);
}

TEST_CASE("the same messages give the same screens") {
    const auto play = [] {
        std::string drawn;
        Host host;
        for (const Message& message : std::vector<Message>{
                 app::Typed{"search", "wifi", 1}, app::Press{app::Command::kShowResults},
                 app::Navigate{"/es/guias/no-internet"}, app::Chose{"answer", "off"},
                 app::Press{app::Command::kGuideContinue}, app::AnswerGuide{"same"},
                 app::Press{app::Command::kGuideContact}, app::Press{app::Command::kSend}}) {
            host.tell(message);
            drawn += host.drawn();
        }
        return drawn;
    };
    CHECK(play() == play());
}

TEST_CASE("a broken or foreign saved session starts afresh") {
    const std::string first = Host().drawn();
    for (const char* saved :
         {"{", "[]", R"({"version":99})", R"({"version":1,"route":7,"behind":[1],"draft":[]})"}) {
        CHECK(Host(saved).drawn() == first);
    }
}

TEST_CASE("any message in any state is safe") {
    const std::vector<Message> odd = {app::Navigate{""},
                                      app::Navigate{"/es/articulos/"},
                                      app::Navigate{"//evil.example"},
                                      app::Navigate{"/es/guias/no-internet/x/y/%ff"},
                                      app::Typed{"search", std::string(5000, 'a'), 1},
                                      app::Typed{"search", "\xff\xfe", 0},
                                      app::Typed{"field.nope", "x", 1},
                                      app::Chose{"answer", "nope"},
                                      app::AnswerGuide{"nope"},
                                      app::Press{app::Command::kGuideContact},
                                      app::Press{app::Command::kSend},
                                      app::Press{app::Command::kCopyCode},
                                      app::Press{app::Command::kShare},
                                      app::Press{app::Command::kPrint},
                                      app::AddressChanged{"#"},
                                      app::ConnectionChanged{false}};
    explore([&](const Screen&, const Message&, Host& host) {
        static std::size_t turn = 0;
        host.tell(odd[turn++ % odd.size()]);
        CHECK_FALSE(host.screen().person.empty());
    });
    for (const Message& message : odd) {
        app::Model model;
        app::update(model, message);
        CHECK(app::view(model).id == ScreenId::kLoading);
    }
}

#include "tests/parity/tour.h"

#include <optional>
#include <stdexcept>

#include "core/site/address.h"
#include "tests/parity/whole_site.h"
#include "tests/widget/app/host.h"
#include "widget/app/place.h"

namespace ventanilla::test {
namespace {

using app::Node;
using app::NodeKind;

// A customer with a new panel, who uses what the screen before her has.
class Customer {
public:
    Customer(const HelpOrigin& origin, std::vector<Stop>& stops)
        : host({}, {}, origin), catalog(*host.model().library.catalog), stops_(stops) {}

    void stops_at(std::string name) { stops_.push_back({std::move(name), host.screen()}); }

    void uses(const std::string& key) {
        const app::Screen screen = host.screen();
        std::optional<app::Message> message;
        app::for_each_node(screen, [&](const Node& node) {
            if (node.key == key && node.kind == NodeKind::kItem) {
                message = app::Navigate{node.href};
            } else if (node.key == key && node.message) {
                message = node.message;
            }
            for (const Node& child : node.children) {
                if (child.key == key && child.kind == NodeKind::kOption) {
                    message = app::Chose{node.key, child.value};
                }
            }
        });
        if (!message) {
            throw std::runtime_error("nothing to use is called " + key + " in " + host.drawn());
        }
        host.tell(*message);
    }
    void writes(const std::string& key, const std::string& text) {
        host.tell(app::Typed{key, text, ++revision_});
    }
    void goes_to(const std::string& path) { host.tell(app::AddressChanged{path}); }
    void narrows(const app::Route& route) { goes_to(app::address_of(catalog, route)); }
    void reads(const std::string& article) {
        goes_to(app::find_teaser(catalog.articles, article)->address);
    }
    // Takes the guide and gives these answers.
    void is_guided(const std::vector<std::string>& answers) {
        goes_to(catalog.guides.front().address);
        for (const std::string& answer : answers) {
            uses("answer." + answer);
            const bool is_question = host.find(NodeKind::kChoice) != nullptr;
            if (is_question) {
                uses("continue");
            }
        }
    }
    void fills_the_form_in() {
        uses("field.kind.fault");
        uses("field.service.wifi");
        writes("field.since", "2026-11-20");
        writes("field.message", "La luz 2 está en rojo.\n¿Qué hago?");
        writes("field.name", "Inés Ñíguez");
        writes("field.email", "ines@example.org");
        writes("field.phone", "600 000 000");
        host.tell(app::Chose{"field.call", "true"});
    }

    Host host;
    const site::Catalog catalog;

private:
    std::vector<Stop>& stops_;
    std::uint32_t revision_ = 0;
};

class Tour {
public:
    explicit Tour(const std::string& language)
        : language_(language), origin_(whole_site(language).origin) {}

    std::vector<Stop> take() && {
        searches();
        knows_the_time();
        is_understood();
        finds_nothing();
        cannot_search();
        looks_around();
        reads();
        has_no_network();
        goes_astray();
        is_guided();
        writes_at_once();
        could_read_instead();
        writes_after_a_guide();
        is_turned_away();
        has_no_receipt();
        sees_every_place();
        return std::move(stops_);
    }

private:
    Customer customer() { return {origin_, stops_}; }

    void searches() {
        Customer she = customer();
        she.stops_at("home");
        she.writes("search", "internet");
        she.stops_at("results, while typing");
        she.host.tell(app::Press{app::Command::kShowResults});
        she.stops_at("results, after Enter");
        she.narrows(app::Route{.page = app::Page::kSearch,
                               .id = "internet",
                               .filters = {she.catalog.categories.front().title}});
        she.stops_at("results of one category");
    }

    // In the middle of a Monday, with a notice for that day.
    void knows_the_time() {
        Customer she = customer();
        she.host.tell(app::Clock{.now = site::minutes_of("2026-11-23T12:00").value(),
                                 .utc = site::minutes_of("2026-11-23T11:00").value()});
        she.stops_at("home with a notice and what is open");
        she.uses("person.contact");
        she.stops_at("form with a notice and what is open");
    }

    // As the search has it where it has mended a word.
    void is_understood() {
        Customer she = customer();
        she.writes("search", "no tengo interent");
        app::Model model = model_as_seen(she.host);
        model.answer.corrected = "no tengo internet";
        stops_.push_back({"results of a query that was mended", app::view(model)});
        model.answer.wanted = {1};
        model.answer.corrected.clear();
        stops_.push_back({"results that lack a part", app::view(model)});
    }

    void looks_around() {
        Customer she = customer();
        she.uses("category." + she.catalog.categories.front().id);
        she.stops_at("category");
        app::Model model = model_as_seen(she.host);
        site::Catalog& catalog = *model.library.catalog;
        catalog.categories = {{.id = "all", .title = {}, .articles = 0}};
        for (int part = 0; part < 3; ++part) {
            for (const site::Teaser& article : she.catalog.articles) {
                catalog.articles.push_back(article);
                catalog.articles.back().id += "-" + std::to_string(part);
            }
        }
        catalog.categories.front().articles = static_cast<int>(catalog.articles.size());
        model.session.route = {.page = app::Page::kCategory, .id = "all", .part = 1};
        stops_.push_back({"category, the second part of many articles", app::view(model)});
    }

    void finds_nothing() {
        Customer she = customer();
        she.writes("search", "xyzzy & «ñu»");
        she.stops_at("results with nothing found");
    }

    void cannot_search() {
        HelpOrigin origin = origin_;
        std::erase_if(origin.files, [&](const auto& file) {
            return file.first.starts_with("/data/" + language_ + "/index");
        });
        Customer she(origin, stops_);
        she.writes("search", "internet");
        she.stops_at("results without an index");
        she.host.hold = true;
        she.uses("reload");
        she.stops_at("results, while the index is on its way");
    }

    void reads() {
        Customer she = customer();
        she.reads("no-internet");
        she.stops_at("article");
        she.reads("router-lights");
        she.stops_at("article with a picture and a table");
        she.reads("every-block");
        she.stops_at("article of every kind of block");
        she.host.hold = true;
        she.reads("slow-wifi");
        she.stops_at("article, while it is on its way");
    }

    void has_no_network() {
        Customer she = customer();
        she.host.online = false;
        she.reads("slow-wifi");
        she.stops_at("article without a network");
        she.goes_to(she.catalog.guides.front().address);
        she.stops_at("guide without a network");
    }

    void goes_astray() {
        Customer she = customer();
        she.goes_to("/" + language_ + "/no-existe");
        she.stops_at("address that leads nowhere");
        she.host.broken = true;
        she.reads("slow-wifi");
        she.stops_at("article that cannot be had");
    }

    void is_guided() {
        Customer she = customer();
        she.host.hold = true;
        she.goes_to(she.catalog.guides.front().address);
        she.stops_at("guide, while it is on its way");
        she.host.release();
        she.stops_at("question");
        she.uses("continue");
        she.stops_at("question without an answer");
        she.uses("answer.all-off");
        she.stops_at("question with an answer");
        she.uses("continue");
        she.stops_at("instruction");
        she.is_guided({"all-off", "lights-on", "works"});
        she.stops_at("outcome: solved");
        she.is_guided({"on", "fibre-red", "yes"});
        she.stops_at("outcome: not solved");
        she.is_guided({"all-off", "still-off"});
        she.stops_at("outcome: handed over");
    }

    void writes_at_once() {
        Customer she = customer();
        she.uses("person.contact");
        she.stops_at("form");
        for (const char* kind : {"query", "fault", "complaint", "callback", "return"}) {
            she.uses("field.kind." + std::string(kind));
            she.stops_at("form: " + std::string(kind));
        }
        she.uses("send");
        she.stops_at("form with faults");
        she.uses("strike.page");
        she.fills_the_form_in();
        she.uses("send");
        she.stops_at("receipt");
    }

    void could_read_instead() {
        Customer she = customer();
        she.uses("person.contact");
        she.writes("field.message", language_ == "es" ? "No tengo internet y la factura ha subido."
                                                      : "I have no internet, and a higher bill.");
        she.stops_at("form with suggestions");
    }

    void writes_after_a_guide() {
        Customer she = customer();
        she.is_guided({"all-off", "still-off"});
        she.uses("guide.contact");
        she.stops_at("form after a guide");
        she.fills_the_form_in();
        she.stops_at("form, filled in");
        she.host.hold = true;
        she.host.ticket_answers = {{0, 0, {}}, {0, 429, {}}};
        she.uses("send");
        she.stops_at("form, while it is sent");
        she.host.release();
        she.stops_at("form without an answer");
        she.uses("send.again");
        she.stops_at("form without an answer, at a busy server");
        she.uses("send.again");
        she.stops_at("receipt after a guide");
        she.uses("home");
        she.is_guided({"all-off", "still-off"});
        she.uses("guide.contact");
        she.uses("strike.guide");
        she.stops_at("form, with the guide struck");
    }

    void is_turned_away() {
        Customer she = customer();
        she.uses("person.contact");
        she.fills_the_form_in();
        she.host.ticket_answers = {
            {0, 404, {}},
            {0, 422,
             R"({"status": 422, "errors": [{"pointer": "/fields/email", "code": "field.email"}]})"}};
        she.uses("send");
        she.stops_at("form that nobody takes");
        she.uses("send");
        she.stops_at("form with a fault that the server found");
    }

    void has_no_receipt() {
        Customer she = customer();
        she.goes_to(site::receipt_address(language_, she.catalog.messages));
        she.stops_at("receipt that is not here");
    }

    void sees_every_place() {
        Customer she = customer();
        for (const app::Place& place : app::places()) {
            she.goes_to(app::address_of(she.catalog, app::route_of(place)));
            she.stops_at(std::string(place.name));
        }
    }

    std::string language_;
    const HelpOrigin& origin_;
    std::vector<Stop> stops_;
};

}  // namespace

std::vector<Stop> tour(const std::string& language) {
    return Tour(language).take();
}

}  // namespace ventanilla::test

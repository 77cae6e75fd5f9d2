#include <map>
#include <string_view>

#include "widget/html/document_html.h"
#include "widget/html/page_frame.h"
#include "widget/html/pages.h"

namespace ventanilla::html {
namespace {

using guide::Guide;
using guide::Step;

std::string anchor_of(std::string_view step) {
    return "step-" + std::string(step);
}
std::string link_to(std::string_view step) {
    return "#" + anchor_of(step);
}

// As a customer meets them: from the start, the steps that one answer leads to, and so on.
std::vector<const Step*> in_reading_order(const Guide& guide) {
    std::vector<const Step*> order;
    std::map<std::string_view, bool> met;
    const auto meet = [&](std::string_view id) {
        const Step* step = guide.find_step(id);
        if (step != nullptr && !met[step->id]) {
            met[step->id] = true;
            order.push_back(step);
        }
    };
    meet(guide.start);
    std::size_t at = 0;
    while (at < order.size()) {  // grows meanwhile
        for (const guide::Choice& choice : order[at]->choices) {
            meet(choice.next);
        }
        ++at;
    }
    return order;
}

class GuideWriter {
public:
    GuideWriter(HtmlWriter& html, const Portal& portal, const site::GuidePage& page)
        : html_(html), portal_(portal), page_(page) {}

    void write(const Step& step) {
        const auto found = page_.text.steps.find(step.id);
        if (found == page_.text.steps.end()) {
            return;
        }
        const std::string title = "title-" + step.id;
        const auto section = html_.element("section", {{"class", "guide-step"},
                                                       {"id", anchor_of(step.id)},
                                                       {"tabindex", "-1"},
                                                       {"aria-labelledby", title}});
        html_.leaf("h2", {{"id", title}}, found->second.title);
        ++number_;
        write_document(html_, found->second.body,
                       {.language = portal_.language,
                        .contact = portal_.contact,
                        .anchors = "text-" + std::to_string(number_) + "-",
                        .heading_shift = 1});
        if (step.kind == guide::StepKind::kOutcome) {
            write_ways_on(step);
        } else {
            write_choices(step, found->second);
        }
    }

private:
    void write_choices(const Step& step, const site::StepText& text) {
        const auto list =
            html_.element("ul", {{"class", "choices"},
                                 {"aria-label", portal_.messages.text("portal.guide.choices")}});
        for (const guide::Choice& choice : step.choices) {
            const auto label = text.choices.find(choice.id);
            const auto item = html_.element("li");
            html_.leaf("a", {{"href", Address(link_to(choice.next))}},
                       label == text.choices.end() ? choice.id : label->second);
        }
    }

    void write_ways_on(const Step& step) {
        const text::Messages& messages = portal_.messages;
        const auto list = html_.element("ul", {{"class", "ways-on"}});
        if (step.result != guide::Result::kSolved) {
            const auto item = html_.element("li");
            write_contact_link(html_, portal_, messages.text("portal.guide.contact"));
        }
        {
            const auto item = html_.element("li");
            html_.leaf("a", {{"href", Address(link_to(page_.guide.start))}},
                       messages.text("guide.restart"));
        }
        const auto item = html_.element("li");
        html_.leaf("a", {{"href", Address(portal_.home)}}, messages.text("action.home"));
    }

    HtmlWriter& html_;
    const Portal& portal_;
    const site::GuidePage& page_;
    int number_ = 0;
};

}  // namespace

std::string guide_page(const Portal& portal, const Translations& translations,
                       const GuideContent& content) {
    const text::Messages& messages = portal.messages;
    const site::GuidePage& page = content.guide;
    const PageFrame frame{.title = tab_title(portal, page.text.title),
                          .description = page.text.summary,
                          .address = content.address,
                          .translations = translations,
                          .person_title = messages.text("portal.person.title")};
    return framed(portal, frame, [&](HtmlWriter& html) {
        html.leaf("h1", {{"id", "title"}}, page.text.title);
        html.leaf("p", {{"class", "lead"}}, page.text.summary);
        html.leaf("p", messages.text("portal.guide.how"));
        {
            // Where there is a launcher, the guide opens in it, a step at a time.
            const auto paragraph = html.element("p", {{"class", "guide-start"}});
            html.leaf("a",
                      {{"href", Address(link_to(page.guide.start))},
                       {"data-ventanilla-route", content.address}},
                      messages.text("portal.guide.start"));
        }
        GuideWriter writer(html, portal, page);
        for (const Step* step : in_reading_order(page.guide)) {
            writer.write(*step);
        }
    });
}

}  // namespace ventanilla::html

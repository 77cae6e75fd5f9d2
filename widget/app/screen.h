// widget/app/screen.h
//
// What a customer sees, as a small tree of typed nodes: the app makes it, every view draws it (DOM, Dear ImGui,
// plain HTML). A view holds no product logic: it draws nodes and reports the messages that they carry.
// docs/screen-protocol.md shows the same as JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/article/document.h"
#include "core/search/asking/query.h"
#include "widget/app/message.h"

namespace ventanilla::app {

enum class NodeKind {
    kGroup,    // text: its accessible name, or empty; children
    kHeading,  // text, level 2..4
    kText,     // text
    kSearch,  // text: label; value, revision; hint: shown while empty; reports Typed, and `message` on Enter
    kList,  // text: accessible name; children: kItem
    kItem,  // a link to a route: runs (or text); value: what it is part of; detail (or hint): what it says; href;
            // reports Navigate
    kAction,  // a button: text, emphasis; reports `message`
    kLink,  // text, href (tel:, mailto:, https:), which leads out of the app, or a route, which reports Navigate;
            // hint: second line; value kToPage: to the page of that route, out of the app
    kFilter,  // text: what results are narrowed by, which names it; children: kLink to routes; value "true": it is
              // chosen, and its link takes it back
    kForm,    // text: accessible name; children; reports `message`, if it has one, when sent
    kField,  // text: label; input, value, revision, hint, error, required, read_only, max_length; reports Typed
    kChoice,  // radio buttons: text: legend; value: the chosen option's id; hint, error, required; children:
              // kOption; reports Chose
    kOption,  // text; value: its id
    kCheck,  // a check box: text; value "true" or empty; hint, error, required; reports Chose "true" or ""
    kDocument,  // document; each heading in it has a key of its own: heading_key()
    kProgress,  // text: what is going on; number 0..100, or -1 while it is not known
    kNotice,    // tone, text: something that the customer must not miss; children may follow
    kDetails,   // text: accessible name; children: kDetail
    kDetail,    // text: term; value: its description; input kDate: an ISO 8601 date, as in kDate
    kCode,      // text: label; value: to be read out and copied
    kDate,      // text: label; value: ISO 8601 date or time, which the platform formats
};

enum class Emphasis { kPrimary, kSecondary, kQuiet };
enum class Tone { kInfo, kSuccess, kWarning, kError };
// kFile: the platform's way to choose files, `number` of them at most; reports Typed with what docs/screen-protocol.md says.
enum class Input { kText, kLongText, kEmail, kTelephone, kDate, kOneTimeCode, kFile };

struct Node {
    NodeKind kind = NodeKind::kText;
    std::string key;  // unique in its screen and stable from one screen to the next

    std::string text;
    std::string value;
    std::string hint;
    std::string error;
    std::string href;
    std::uint32_t revision =
        0;           // of `value`: a view overwrites a focused field only on a newer one
    int number = 0;  // kHeading: level; kProgress: per cent; kField: max_length in characters
    bool required = false;
    bool read_only = false;
    Emphasis emphasis = Emphasis::kSecondary;
    Tone tone = Tone::kInfo;
    Input input = Input::kText;
    std::vector<search::Run> runs;
    std::vector<search::Run> detail;
    article::Document document;
    std::optional<Message> message;
    std::vector<Node> children;
};

// `value` of a link that leads out of the app, to the page of its route.
inline constexpr std::string_view kToPage = "page";

// What takes the focus for a heading in the document with this key. Views make the same of the two.
std::string heading_key(std::string_view document, std::string_view anchor);
// Of an article or a guide that is suggested beside the form; `id` as the search has it.
std::string suggestion_key(std::string_view id);
// Of an article's body.
std::string document_key(std::string_view article);

// By its name, as views know it. Each place (widget/app/place.h) has one of its own besides these.
struct ScreenId {
    std::string_view name;

    static const ScreenId kLoading;      // the catalog is on its way: no texts yet
    static const ScreenId kUnavailable;  // it cannot be had: the view shows the page's own fallback
    static const ScreenId kHome;
    static const ScreenId kResults;
    static const ScreenId kCategory;
    static const ScreenId kArticle;
    static const ScreenId kGuideStep;
    static const ScreenId kGuideOutcome;
    static const ScreenId kForm;
    static const ScreenId kReceipt;
    static const ScreenId kRequest;
    static const ScreenId kError;
    static const ScreenId kOffline;

    friend bool operator==(const ScreenId&, const ScreenId&) = default;
};
inline constexpr ScreenId ScreenId::kLoading = {"loading"};
inline constexpr ScreenId ScreenId::kUnavailable = {"unavailable"};
inline constexpr ScreenId ScreenId::kHome = {"home"};
inline constexpr ScreenId ScreenId::kResults = {"results"};
inline constexpr ScreenId ScreenId::kCategory = {"category"};
inline constexpr ScreenId ScreenId::kArticle = {"article"};
inline constexpr ScreenId ScreenId::kGuideStep = {"guide-step"};
inline constexpr ScreenId ScreenId::kGuideOutcome = {"guide-outcome"};
inline constexpr ScreenId ScreenId::kForm = {"form"};
inline constexpr ScreenId ScreenId::kReceipt = {"receipt"};
inline constexpr ScreenId ScreenId::kRequest = {"request"};
inline constexpr ScreenId ScreenId::kError = {"error"};
inline constexpr ScreenId ScreenId::kOffline = {"offline"};

// The way to a person that every screen has (promise 5): an action that leads to the form, or, on the form and
// after it, the channels themselves. Made from a catalog alone, so that no screen can be built without it.
struct WayToPerson {
    std::vector<Node> nodes;
};

class Screen {
public:
    // Precondition: `person` holds at least one node (asserted).
    Screen(ScreenId id, std::string language, std::string title, WayToPerson person,
           std::vector<Node> nodes);

    // Before the catalog is there: no texts, the view shows the page's own.
    static Screen without_catalog(ScreenId id, std::string language);

    ScreenId id;
    std::string language;
    std::string title;    // the screen's name, its first heading; key "title"
    std::string eyebrow;  // whose help this is
    std::vector<Node> nodes;
    std::vector<Node> person;  // drawn last, always
    std::optional<Node> back;  // an action in the screen's head
    std::optional<Node> close;

private:
    Screen(ScreenId id, std::string language);
};

// Calls visit(node) for the node and all below it, parents before children, in reading order.
template <typename Visit>
void for_each_node(const Node& node, Visit&& visit) {
    visit(node);
    for (const Node& child : node.children) {
        for_each_node(child, visit);
    }
}

template <typename Visit>
void for_each_node(const Screen& screen, Visit&& visit) {
    for (const auto* action : {&screen.back, &screen.close}) {
        if (*action) {
            for_each_node(**action, visit);
        }
    }
    for (const auto* list : {&screen.nodes, &screen.person}) {
        for (const Node& node : *list) {
            for_each_node(node, visit);
        }
    }
}

}  // namespace ventanilla::app

#include <algorithm>
#include <cassert>

#include "widget/app/annex.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

// Only what the page has said itself goes back to it.
void refuse(Turn& turn, const char* reason, const std::string& id) {
    turn.ask(Emit{"error", {{"reason", reason}, {"id", id}}});
}

bool is_offered(const ticket::Field& field, const std::string& value) {
    return field.type != ticket::FieldType::kChoice ||
           std::ranges::find(field.options, value, &ticket::Option::id) != field.options.end();
}

void prefill_field(Turn& turn, const std::string& id, const std::string& value) {
    const ticket::Field* field = turn.model.library.catalog->form.find_field(id);
    Draft& draft = turn.model.session.draft;
    if (field == nullptr) {
        refuse(turn, "no-such-field", id);
    } else if (!is_offered(*field, value)) {
        refuse(turn, "no-such-option", id);
    } else if (draft.state == SendState::kEditing) {
        fill_if_empty(draft, id, value);
    }
}

constexpr std::size_t kMostNames = 100;
constexpr std::size_t kLongestAddress = 10'000;  // bytes

}  // namespace

void open_article(Turn& turn, const std::string& id) {
    if (find_teaser(turn.model.library.catalog->articles, id) == nullptr) {
        refuse(turn, "no-such-article", id);
    } else {
        go(turn, {Page::kArticle, id, {}});
    }
}

void start_guide(Turn& turn, const std::string& id) {
    if (find_teaser(turn.model.library.catalog->guides, id) == nullptr) {
        refuse(turn, "no-such-guide", id);
    } else {
        go(turn, {Page::kGuide, id, {}});
    }
}

void open_form(Turn& turn, const NewTicket& message) {
    go(turn, {Page::kContact, {}, {}});
    if (is_whole(turn.model)) {
        annex::prefill(turn, message);
    } else {
        turn.model.early.prefill.fields.insert(message.fields.begin(), message.fields.end());
    }
}

void annex::prefill(Turn& turn, const NewTicket& message) {
    assert(is_whole(turn.model));
    for (const auto& [id, value] : message.fields) {
        prefill_field(turn, id, value);
    }
}

void know_page(Turn& turn, const HostContext& message) {
    Model& model = turn.model;
    if (message.suggested.size() > kMostNames || message.page.size() > kLongestAddress) {
        return;
    }
    const bool is_new = model.suggested != message.suggested;
    model.page = message.page;
    model.values = message.values;
    model.suggested = message.suggested;
    if (is_new) {
        check_suggested(turn);
    }
}

void check_suggested(Turn& turn) {
    const auto& catalog = turn.model.library.catalog;
    if (!catalog) {
        return;
    }
    for (const std::string& name : turn.model.suggested) {
        if (find_named(*catalog, name) == nullptr) {
            const bool is_guide = name.starts_with(kGuidePrefix);
            refuse(turn, is_guide ? "no-such-guide" : "no-such-article",
                   name.substr(is_guide ? kGuidePrefix.size() : 0));
        }
    }
}

void follow(Turn& turn, const std::string& path) {
    go(turn, parse_route(*turn.model.library.catalog, path));
    if (turn.model.session.route.page != Page::kContact) {
        return;
    }
    if (is_whole(turn.model)) {
        annex::fill_in(turn, path);
    } else {
        turn.model.early.paths.push_back(path);
    }
}

void annex::fill_in(Turn& turn, const std::string& path) {
    assert(is_whole(turn.model));
    Draft& draft = turn.model.session.draft;
    if (draft.state != SendState::kEditing) {
        return;
    }
    for (const ticket::Field& field : turn.model.library.catalog->form.fields) {
        const std::string value = parameter_of(path, "field." + field.id);
        if (!value.empty() && is_offered(field, value)) {
            EditedText& text = draft.fields[field.id];
            text = {value, text.revision + 1};
        }
    }
}

}  // namespace ventanilla::app

// widget/app/screens/screens.h
//
// The screens that show what the customer searches, reads, answers and writes: a function of the model each and a
// file each. Those that show nothing of it are places (widget/app/place.h).
#pragma once

#include "widget/app/model.h"
#include "widget/app/screen.h"

namespace ventanilla::app {

// Precondition of all: the catalog is there.
Screen home_screen(const Model& model);
Screen results_screen(const Model& model);
Screen category_screen(const Model& model);
Screen article_screen(const Model& model);
Screen guide_screen(const Model& model);  // a step or an outcome
Screen form_screen(const Model& model);
Screen receipt_screen(const Model& model);
Screen request_screen(const Model& model);  // one that was sent before, and what has become of it
// While `file` is not there: loading, offline or failed; `title` if it is known already.
Screen waiting_screen(const Model& model, ScreenId id, const std::string& file,
                      const std::string& title);
Screen waiting_screen(const Model& model, ScreenId id, LoadState state, const std::string& title);
Screen missing_screen(const Model& model);

// Parts that several screens share.
Node search_box(const Model& model);
Node requests_link(const Model& model);  // to what she has sent before
std::vector<Node> guide_items(const site::Catalog& catalog);
std::vector<Node> category_lists(const site::Catalog& catalog);  // each as long as one may be

// The way to a person: to the form, by telephone and by callback, or, where the form is already, by all channels.
WayToPerson way_to_form(const Model& model);
WayToPerson way_to_channels(const Model& model);

// When she can expect an answer; nothing where the site does not say it.
std::vector<Node> answers_nodes(const site::Catalog& catalog);

// What has become of requests that she is not looking at; nothing where there is nothing to say.
std::vector<Node> outbox_nodes(const Model& model);

// What a form holds or held, by its fields.
std::vector<Node> sent_nodes(const site::Catalog& catalog, const ticket::Values& sent);

// The field with which she chooses files, and those that she has chosen, each with a button that takes it out again: it reports
// `remove` with the file's id behind its value.
std::vector<Node> file_nodes(const text::Messages& messages, const std::string& key,
                             const std::string& kept, const Chose& remove);

// Of a file, as she reads it: "340 KB", "2 MB"; never less than it is.
std::string size_text(std::int64_t bytes);

// What every customer should know before she asks; nothing where there is nothing.
std::vector<Node> notice_nodes(const Model& model);

// What goes with a ticket: shown before it is sent, when it can still be struck out, and after.
struct Attached {
    std::optional<guide::Transcript> transcript;
    std::string page;  // empty: it does not go along
    ticket::Values values;
    ticket::Values trail;
    std::vector<std::string> files = {};  // names, where they cannot be struck out any more
    bool can_be_struck = false;
};
std::vector<Node> attached_nodes(const Model& model, const Attached& attached);

}  // namespace ventanilla::app

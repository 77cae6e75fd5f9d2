// widget/app/update/turn.h
//
// One turn of the app: the model as it changes, and the effects that are asked for. Each kind of message has its
// functions in a file of its own; settle() then derives what follows from the change, so that no handler has to
// think of it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "widget/app/app.h"

namespace ventanilla::app {

struct Turn {
    Model& model;
    Effects effects;

    template <typename What>
    EffectId ask(What what) {
        effects.push_back({++model.last_effect, std::move(what)});
        return model.last_effect;
    }
    template <typename What>
    void ask(What what, Pending pending) {
        model.pending[ask(std::move(what))] = std::move(pending);
    }
};

// navigation.cpp
void go(Turn& turn, Route route);       // the route before is what Back leads to
void replace(Turn& turn, Route route);  // it is not
void go_back(Turn& turn);

// searching.cpp
void type_query(Turn& turn, const Typed& typed);
void show_results(Turn& turn);
void search_for(Turn& turn, const std::string& query);
void refresh_answer(Turn& turn);
// An answer to read stands before a way to find one, except where an author says otherwise. A hit of which nothing is known
// yet is no use to anybody.
std::vector<search::Hit> articles_first(std::vector<search::Hit> hits);

// suggesting.cpp; with annex::refresh_suggestions()
// The suggestion that leads to `route`; empty where none does that is there to be seen.
std::string find_suggestion(const Model& model, const Route& route);

// guiding.cpp
void choose_answer(Turn& turn, const std::string& choice);
void continue_guide(Turn& turn);
void answer_guide(Turn& turn, const std::string& choice);
void step_back(Turn& turn);
void restart_guide(Turn& turn);
void trim_run(Turn& turn);    // answers that the guide does not (any longer) offer go
void attach_run(Turn& turn);  // what was tried goes with the ticket

// calling.cpp: by id; of what the site does not have, the host page is told.
void open_article(Turn& turn, const std::string& id);
void start_guide(Turn& turn, const std::string& id);
void open_form(Turn& turn, const NewTicket& message);
void know_page(Turn& turn, const HostContext& message);
void check_suggested(Turn& turn);
// To where an address leads. One of the form may say what is filled in: "/es/contacto?field.kind=callback".
void follow(Turn& turn, const std::string& path);

// ticketing.cpp
void fill_if_empty(Draft& draft, const std::string& id, const std::string& value);
void edit_field(Turn& turn, const std::string& id, const std::string& value,
                std::uint32_t revision);
void choose_files(Turn& turn, const std::string& chosen);
void leave_out_file(Turn& turn, const std::string& id);
void send(Turn& turn);
void write_another(Turn& turn);
void receive_key(Turn& turn, const std::string& hex);
void prepare_draft(Turn& turn);  // the key of an idempotent sending is made when the form opens

// outbox.cpp: of requests that wait
void send_outbox(Turn& turn);
void take_waiting(Turn& turn, const std::vector<std::string>& texts);  // that lay on the device
void sending_answered(Turn& turn, const Pending& pending, const Answered& message);
void refresh_outbox(Turn& turn);
// What cannot change any more goes to the device and to the server.
void hand_over(Turn& turn, const Draft& draft);

// requests.cpp: of requests that were sent before
void edit_request(Turn& turn, const Typed& typed);
void do_with_request(Turn& turn, std::string_view deed);
void forget_chosen_files(Turn& turn);  // the host has their bytes no longer
void request_told(Turn& turn, const Pending& pending, const Answered& answered);
// What the screen of one shows is fetched, and looked at again from time to time.
void look_at_request(Turn& turn);
// What failed is tried again.
void come_back_to_requests(Turn& turn);

// voting.cpp: what she says of the article that is shown.
void vote(Turn& turn, const std::string& value);

// loading.cpp
void start(Turn& turn, const Start& start);
void receive_file(Turn& turn, const Pending& pending, const Answered& answered);
void reload(Turn& turn);
void request_what_is_needed(Turn& turn);
void want_guide(Turn& turn, std::string_view id);  // where it is one, and not there

// telling.cpp: what the host page is told; `is_step`: she has come to another screen.
struct Before;
void tell_host(Turn& turn, const Before& before, bool is_step);

// settle.cpp: what follows from the change since `before`.
struct Before {
    Route route;
    bool had_catalog = false;
    std::size_t hits = 0;
    std::uint32_t results = 0;  // of which the hits are the best
    std::string query;
    std::size_t behind = 0;  // how many screens Back leads to
};
Before remember(const Model& model);
void settle(Turn& turn, const Before& before);

}  // namespace ventanilla::app

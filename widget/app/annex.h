// widget/app/annex.h
//
// The ways into the annex: what the first screen and a search do without, such as articles, guides, the form and places.
// In WebAssembly that is a file of its own, which is fetched when one of these is opened first:
// docs/decisions/0024-two-files.md.
//
// tools/split_module.mjs takes the names from here, and moves all that nothing but these functions leads to. They are
// never inlined, and are called
//
//   * where is_whole(model): the catalog names no annex any more, so it is there, or
//   * with an article or a guide that is loaded, of which none is taken before it is there.
//
// Without the second file a call of one of them is a trap. Natively they are functions as all others.
#pragma once

#include <string>

#include "core/base/json_fwd.h"
#include "widget/app/app.h"

namespace ventanilla::app {

struct Turn;

namespace annex {

// Of an article, a guide, the form, a receipt or a place.
[[gnu::noinline]] Screen screen(const Model& model);

// What she does there.
[[gnu::noinline]] void typed(Turn& turn, const Typed& message);
[[gnu::noinline]] void chose(Turn& turn, const Chose& message);
[[gnu::noinline]] void answered(Turn& turn, const AnswerGuide& message);
[[gnu::noinline]] void pressed(Turn& turn, Command command);

// It is there: the form is read, and filled in as was asked for meanwhile. False where the form is broken.
[[gnu::noinline]] bool open(Turn& turn);

// What the form is filled in with: by a page around the help, or by an address.
[[gnu::noinline]] void prefill(Turn& turn, const NewTicket& message);
[[gnu::noinline]] void fill_in(Turn& turn, const std::string& path);

// An article or a guide has come.
[[gnu::noinline]] bool take(Turn& turn, const Pending& pending, const base::Json& json);

// Of requests that wait or were sent: the network is back; those that lay on the device; an answer of the server, the device
// or the clock; what follows from a change; what the first screen says of them.
[[gnu::noinline]] void try_again(Turn& turn);
[[gnu::noinline]] void take_kept(Turn& turn, const std::vector<std::string>& texts);
[[gnu::noinline]] void request_answered(Turn& turn, const Pending& pending,
                                        const Answered& message);
[[gnu::noinline]] void refresh_requests(Turn& turn);
[[gnu::noinline]] std::vector<Node> outbox(const Model& model);

// Of the guide that is shown.
[[gnu::noinline]] void trim_run(Turn& turn, const site::GuidePage& page);
[[gnu::noinline]] void attach_run(Turn& turn, const site::GuidePage& page);
[[gnu::noinline]] const guide::Step& step(const site::GuidePage& page, const Route& route);

// What follows from a change on its screens.
[[gnu::noinline]] void refresh_suggestions(Turn& turn);
[[gnu::noinline]] void lead_to_section(Turn& turn, const site::ArticlePage& page);

// A text as a view reads it.
[[gnu::noinline]] base::Json document(const article::Document& document);

}  // namespace annex
}  // namespace ventanilla::app

#include "widget/app/annex.h"

#include <cassert>
#include <cstdlib>

#include "core/base/json.h"
#include "widget/app/chosen_files.h"
#include "widget/app/correspondence.h"
#include "widget/app/place.h"
#include "widget/app/receipt.h"
#include "widget/app/screens/screens.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app::annex {
namespace {

constexpr std::string_view kFieldPrefix = "field.";

// What she has tried stands there in her words.
void want_guide_of_receipt(Turn& turn) {
    const Session& session = turn.model.session;
    if (session.route.page == Page::kReceipt) {
        const auto receipt = read_receipt(session.receipt);
        if (receipt && receipt->transcript) {
            want_guide(turn, receipt->transcript->guide);
        }
    }
}

bool take_article(Turn& turn, const std::string& file, const base::Json& json) {
    auto page = site::article_page_from_json(json);
    if (page) {
        turn.model.library.articles[file] = std::move(*page);
    }
    return page.has_value();
}

bool take_guide(Turn& turn, const std::string& file, const base::Json& json) {
    auto page = site::guide_page_from_json(json);
    if (!page) {
        return false;
    }
    turn.model.library.guides[file] = std::move(*page);
    app::trim_run(turn);
    return true;
}

void copy_code(Turn& turn) {
    if (const auto receipt = read_receipt(turn.model.session.receipt)) {
        turn.ask(Copy{receipt->code});
        turn.ask(Announce{turn.model.library.catalog->messages.text("receipt.copied")});
    }
}

void save_receipt(Turn& turn) {
    turn.model.receipt_failed = false;
    if (const auto receipt = read_receipt(turn.model.session.receipt)) {
        turn.ask(Download{"/api/v1/requests/" + receipt->code + "/receipt", receipt->token,
                          receipt->code + ".txt"},
                 {Purpose::kReceipt, {}});
    }
}

void take_receipt(Turn& turn, int status) {
    turn.model.receipt_failed = status != 200;
    if (turn.model.receipt_failed) {
        turn.ask(Focus{"trouble"});
    }
}

void share_article(Turn& turn) {
    if (const site::ArticlePage* page = current_article(turn.model)) {
        turn.ask(Share{address_of(*turn.model.library.catalog, {Page::kArticle, page->id, {}}),
                       page->title});
    }
}

Screen screen_of_place(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const std::string& name = model.session.route.id;
    const Place* place = find_place(name);
    if (place != nullptr && !catalog.texts.empty()) {
        return waiting_screen(model, {place->name}, catalog.texts,
                              catalog.messages.text(name + ".title"));
    }
    return place_screen(name, model);
}

}  // namespace

Screen screen(const Model& model) {
    assert(is_whole(model));
    switch (model.session.route.page) {
    case Page::kArticle:
        return article_screen(model);
    case Page::kGuide:
        return guide_screen(model);
    case Page::kContact:
        return form_screen(model);
    case Page::kReceipt:
        return receipt_screen(model);
    case Page::kRequest:
        return request_screen(model);
    default:
        return screen_of_place(model);
    }
}

void typed(Turn& turn, const Typed& message) {
    assert(is_whole(turn.model));
    if (message.key.starts_with(kFieldPrefix)) {
        edit_field(turn, message.key.substr(kFieldPrefix.size()), message.value, message.revision);
    } else if (message.key == kFiles) {
        choose_files(turn, message.value);
    } else {
        edit_request(turn, message);
    }
}

void chose(Turn& turn, const Chose& message) {
    assert(is_whole(turn.model));
    if (message.key == "answer") {
        choose_answer(turn, message.value);
    } else if (message.key == "vote") {
        vote(turn, message.value);
    } else if (message.key == kSaveReceipt) {
        save_receipt(turn);
    } else if (message.key == kRequestDeed) {
        do_with_request(turn, message.value);
    } else if (message.key == kFiles) {
        leave_out_file(turn, message.value);
    } else if (message.key == "upload") {
        turn.model.uploaded = std::atoi(message.value.c_str());
    } else if (message.key.starts_with(kFieldPrefix)) {
        const std::string id = message.key.substr(kFieldPrefix.size());
        const auto field = turn.model.session.draft.fields.find(id);
        const bool is_new = field == turn.model.session.draft.fields.end();
        edit_field(turn, id, message.value, is_new ? 1 : field->second.revision + 1);
    }
}

void answered(Turn& turn, const AnswerGuide& message) {
    assert(is_whole(turn.model));
    answer_guide(turn, message.choice);
}

void pressed(Turn& turn, Command command) {
    assert(is_whole(turn.model));
    Draft& draft = turn.model.session.draft;
    switch (command) {
    case Command::kGuideContinue:
        return continue_guide(turn);
    case Command::kGuideBack:
        return step_back(turn);
    case Command::kGuideRestart:
        return restart_guide(turn);
    case Command::kGuideContact:
        return go(turn, {Page::kContact, {}, {}});
    case Command::kStrikePage:
        draft.with_page = draft.with_page && draft.state != SendState::kEditing;
        return;
    case Command::kStrikeValues:
        draft.with_values = draft.with_values && draft.state != SendState::kEditing;
        return;
    case Command::kStrikeTrail:
        draft.with_trail = draft.with_trail && draft.state != SendState::kEditing;
        return;
    case Command::kStrikeTranscript:
        if (draft.state == SendState::kEditing) {
            draft.transcript.reset();
        }
        return;
    case Command::kSend:
        return send(turn);
    case Command::kWriteAnother:
        return write_another(turn);
    case Command::kCopyCode:
        return copy_code(turn);
    case Command::kShare:
        return share_article(turn);
    case Command::kPrint:
        turn.ask(Print{});
        return;
    case Command::kReload:
        return do_with_request(turn, kReload);
    default:
        return;
    }
}

bool open(Turn& turn) {
    Model& model = turn.model;
    site::Catalog& catalog = *model.library.catalog;
    const auto json = base::parse_json(model.early.form);
    auto form = site::form_of_catalog(json ? *json : base::Json(), catalog.language);
    if (!form) {
        return false;
    }
    catalog.form = std::move(*form);
    catalog.annex.clear();
    for (const std::string& path : model.early.paths) {
        fill_in(turn, path);
    }
    prefill(turn, model.early.prefill);
    forget_chosen_files(turn);
    try_again(turn);
    take_kept(turn, model.early.kept);
    return true;
}

bool take(Turn& turn, const Pending& pending, const base::Json& json) {
    assert(is_whole(turn.model));
    return pending.purpose == Purpose::kArticle ? take_article(turn, pending.file, json)
                                                : take_guide(turn, pending.file, json);
}

void try_again(Turn& turn) {
    assert(is_whole(turn.model));
    send_outbox(turn);
    come_back_to_requests(turn);
}

void take_kept(Turn& turn, const std::vector<std::string>& texts) {
    assert(is_whole(turn.model));
    take_waiting(turn, texts);
}

void request_answered(Turn& turn, const Pending& pending, const Answered& message) {
    assert(is_whole(turn.model));
    if (pending.purpose == Purpose::kDraftKey) {
        receive_key(turn, message.body);
    } else if (pending.purpose == Purpose::kReceipt) {
        take_receipt(turn, message.status);
    } else if (pending.purpose < Purpose::kThread) {
        sending_answered(turn, pending, message);
    } else {
        request_told(turn, pending, message);
    }
}

void refresh_requests(Turn& turn) {
    assert(is_whole(turn.model));
    refresh_outbox(turn);
    want_guide_of_receipt(turn);
    prepare_draft(turn);
    look_at_request(turn);
}

std::vector<Node> outbox(const Model& model) {
    assert(is_whole(model));
    return outbox_nodes(model);
}

const guide::Step& step(const site::GuidePage& page, const Route& route) {
    return guide::current_step(page.guide, {route.answers});
}

base::Json document(const article::Document& document) {
    return article::to_json(document);
}

}  // namespace ventanilla::app::annex

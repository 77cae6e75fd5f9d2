// widget/app/model.h
//
// All that the app knows. What the customer did (Session) is small, serialises and survives a reload; what was
// fetched (Library) is fetched again.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/guide/run.h"
#include "core/search/asking/index.h"
#include "core/search/asking/query.h"
#include "core/site/catalog.h"
#include "core/ticket/submission.h"
#include "widget/app/message.h"
#include "widget/app/route.h"

namespace ventanilla::app {

// A text that a view edits. The revision grows with every change, whoever makes it.
struct EditedText {
    std::string value;
    std::uint32_t revision = 0;
};

enum class SendState {
    kEditing,
    kSending,  // the body is frozen, an answer is awaited
    kWaiting,  // no answer that decides: the body stays frozen and is sent again as it is, by itself
};

// Articles and guides that may spare her the rest of what she writes. Not saved: it follows from what she wrote.
struct Suggestions {
    std::string query;                    // of what she wrote, what they were looked up for
    std::vector<search::Hit> hits;        // best first, each with its title
    std::vector<search::ShardId> wanted;  // to look up what she has written since
    bool announced = false;
};

// A request that is being written, or that waits until it can be sent.
struct Draft {
    std::map<std::string, EditedText> fields;
    std::string edited;  // the field that was edited last; empty: none since the app began
    Suggestions suggestions;
    std::string key;   // Idempotency-Key, made when the form opens; only a stored ticket spends it
    std::string body;  // frozen while the outcome of a sending is not known
    SendState state = SendState::kEditing;
    std::optional<guide::Transcript> transcript;
    std::string files;       // that go along, as widget/app/chosen_files.h writes them
    bool uncertain = false;  // a sending had no answer: the ticket may be stored already
    int attempts = 0;        // so often it was sent since the app began
    bool unkept = false;     // the device does not keep it: it is lost with the app
    bool with_page = true;
    bool with_values = true;
    bool with_trail = true;
    bool begun = false;                       // she has written or chosen something herself
    bool checked = false;                     // a sending was tried: faults are shown from then on
    std::vector<ticket::FieldFault> refused;  // by the server, until the field changes
    std::string
        trouble;  // key of the sentence that says why it was not sent; may be empty while it waits
};

// The texts among an object's members.
ticket::Values values_at(const base::Json& json, std::string_view key);

// What she has looked for and read here, the newest last.
struct Trail {
    std::vector<std::string> searches;  // as she wrote them
    std::vector<std::string> articles;  // their titles
};

// What the customer did.
struct Session {
    Route route;
    std::vector<Route> behind;  // what Back leads to, last first
    EditedText query;
    std::string chosen;  // the answer that is marked in the guide's step, before Continue
    Draft draft;
    Trail trail;
    std::string
        receipt;  // of what she has sent last, as widget/app/receipt.h writes it; may be empty
    std::string requests;  // what she has sent before, as widget/app/correspondence.h writes it
    std::map<std::string, std::string> votes;  // by article: whether it has helped
};

// What she has said last of this article; empty: nothing.
std::string_view vote_of(const Session& session, const std::string& article);
// What may be said next: "yes" or "no"; after a "no", if she likes, why.
std::span<const std::string_view> votes_after(std::string_view said);

enum class LoadState { kWaiting, kOffline, kFailed };

// What was fetched, by address.
struct Library {
    std::optional<site::Catalog> catalog;
    std::map<std::string, site::ArticlePage> articles;
    std::map<std::string, site::GuidePage> guides;
    std::optional<search::Index> index;
    std::map<std::string, LoadState> loads;  // of files that are not (yet) there
};

// What an effect's answer is for.
enum class Purpose {
    kCatalog,
    kAnnex,
    kTexts,
    kArticle,
    kGuide,
    kShard,
    kDraftKey,
    kFormToken,  // this one and the three below: of the request with this key
    kTicket,
    kKept,
    kRetry,
    kReceipt,  // that she wants to save
    kThread,   // this one and those below: of the request with this tracking code
    kLook,
    kReplyRetry,
    kFile,      // that she wants to save
    kReplyKey,  // this one and those below: she waits for it
    kDigits,
    kToken,
    kReply,
    kDeed,
};
struct Pending {
    Purpose purpose = Purpose::kCatalog;
    std::string file;  // or the key or the tracking code of a request
};

// What came before the annex, which reads it.
struct Early {
    std::string form;  // the catalog's, as JSON
    std::vector<std::pair<Pending, Answered>> files;
    std::vector<std::string> paths;  // addresses that say what is filled in
    NewTicket prefill;               // likewise, of all that the page has asked for
    std::vector<std::string> kept;   // what lay on the device
};

// Hits of a search: the best ones while she types, a page of them once she asks for the results or follows a link to them.
inline constexpr int kHitsWhileTyping = 5;
inline constexpr int kHitsInFull = 20;

// What the host page has been told of a search, so that it is told once.
struct Told {
    std::string query;   // how many results it has
    bool empty = false;  // that what she searches for is not found
};

struct Model {
    std::string language;
    std::string catalog_file;
    std::string page;                         // of the host, shown with the form
    ticket::Values values = {};               // what the host page knows, as it says itself
    std::vector<std::string> suggested = {};  // for that page: ids of articles, "guide:ID"
    std::string first_path;                   // the route to begin with, until the catalog is there
    bool online = true;
    bool in_browser = false;  // as Start says
    bool has_annex = false;   // likewise
    bool keeps = false;       // likewise
    bool attaches = false;    // likewise
    Clock clock;
    Session session;
    Library library;
    std::map<EffectId, Pending> pending;
    Early early;
    EffectId last_effect = 0;

    std::vector<Draft> outbox =
        {};             // that wait besides session.draft, oldest first: what the host keeps
    int uploaded = -1;  // per cent of the files that are on their way; -1: none is
    bool receipt_is_new = false;     // it came while she was elsewhere, and she has not seen it
    bool receipt_failed = false;     // it could not be saved when she tried last
    int search_limit = kHitsInFull;  // fewer while she types
    search::Answer answer;   // to session.query; while that is being looked up, to the one before
    std::string answered;    // the query that its hits are of
    bool searching = false;  // shards of the index are on their way to it
    bool choice_missing = false;  // Continue without an answer
    bool is_shown = false;        // the panel has been seen
    bool section_due = false;  // the heading that the route names takes the focus when it is there
    bool notice_told = false;  // the notice has been announced
    Told told;
    std::string saved;  // what the last Save effect held
};

// The tracking code of the request that the route leads to, in its one written form; empty: it leads to none.
std::string request_of(const Route& route);

// Whether she waits for an answer to what she has done with that one.
bool is_busy(const Model& model, std::string_view code);

// Whether the annex is there: widget/app/annex.h.
bool is_whole(const Model& model);
bool needs_annex(const Model& model);

// Whether an answer is awaited that is for this.
bool is_pending(const Model& model, Purpose purpose, std::string_view of);

// The address of one of the index's shards.
std::string shard_file(const site::Catalog& catalog, search::ShardId shard);

// The step's page, null while it is not loaded.
const site::GuidePage* current_guide(const Model& model);
const site::ArticlePage* current_article(const Model& model);
const site::GuidePage* loaded_guide(const Model& model, std::string_view id);

ticket::Values draft_values(const Draft& draft);
// Of what the host page knows, what goes along with a request.
ticket::Values host_values(const Model& model);
// Likewise of what she did here before.
ticket::Values trail_values(const Model& model);

// A session as text with its version; text of another version, or broken, gives nothing.
std::string write_session(const Session& session);
std::optional<Session> read_session(std::string_view text);

// Likewise a request that waits, which outlives the session on the device.
std::string write_waiting(const Draft& draft);
std::optional<Draft> read_waiting(std::string_view text);

}  // namespace ventanilla::app

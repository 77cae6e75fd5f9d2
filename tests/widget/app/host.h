// A host for tests: runs the app's effects against a site in memory, with a network that can be cut and a
// ticket server that answers what a test says. Everything is deterministic; nothing waits.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "widget/app/app.h"
#include "widget/bridge/screen_json.h"

namespace ventanilla::test {

// What is on the help origin.
struct HelpOrigin {
    std::string language;
    std::string catalog;                       // the address that the app starts from
    std::map<std::string, std::string> files;  // by address
    bool in_browser = true;                    // the host shows it in one
    bool has_annex = false;                    // it needs to fetch none
    bool keeps = false;                        // it does what Keep and Wait ask for
    bool attaches = false;                     // it can take files and upload them
};

// A made-up site with four articles, three of them in a category, a guide and a form.
const HelpOrigin& small_site();

// The same with a search index of many shards: the articles of many_entries() (tests/core/search/sample_index.h).
const HelpOrigin& searchable_site();

// The same with a search index of 24 articles about a router. Their categories are "Tema 1" to "Tema 7", the first three of
// which have four of them; twelve each are of the product "Fibra" and of "Móvil"; all are for "Hogar". Five are about an
// antenna, too.
const HelpOrigin& sorted_site();

// The same with a category of 120 articles, "Antiguos", of which no file can be had.
const HelpOrigin& large_site();

// The small site, whose catalog names an annex that nothing has fetched yet.
HelpOrigin annexed_site();

class Host {
public:
    // `origin` has to live longer.
    explicit Host(std::string saved = {}, std::string path = {},
                  const HelpOrigin& origin = small_site());

    // One message and all that follows from it.
    void tell(const app::Message& message);

    // What a customer does, by what she sees; fails the test if it is not there.
    void type(const std::string& text);                             // into the search box
    void fill(const std::string& field, const std::string& value);  // "email"
    void choose(const std::string& label);                          // a radio button
    void press(const std::string& name);                            // a button
    void follow(const std::string& name);                           // a link to a route

    [[nodiscard]] app::Screen screen() const { return app::view(model_); }
    [[nodiscard]] std::string drawn() const { return bridge::to_json_text(screen()); }
    [[nodiscard]] const app::Model& model() const { return model_; }

    // The first node of this kind, or null; valid until the next call.
    const app::Node* find(app::NodeKind kind, const std::string& key = {});
    bool shows(const std::string& text);

    // What the app asked for, since the last clear().
    std::vector<std::string> focused;
    std::vector<std::string> announced;
    std::vector<std::string> emitted;  // "guide-end id=no-internet outcome=call"
    std::vector<app::Post> posts;
    std::vector<std::string> token_keys;  // of those that a form token was asked for
    std::string saved;
    std::string address;
    std::string copied;
    std::vector<std::string> downloaded;  // "name /api/... token"
    std::vector<std::string> shared;      // "Title /es/articulos/..."
    int printed = 0;
    bool closed = false;
    std::string elsewhere;  // where another language was asked for

    bool online = true;          // false: every Get and Post is answered with status 0
    bool broken = false;         // true: every Get is answered with status 500
    bool hold = false;           // true: Get and Post wait until release()
    bool hold_random = false;    // likewise Random
    std::size_t random = 10;     // two digits that tell the keys of this host from those of another
    bool keeps_nothing = false;  // its device is full, or is not to be written to
    std::map<std::string, std::string> device;  // what was kept, by name
    std::vector<int> waits;                     // the seconds of each Wait; they end with wake()
    std::deque<app::Answered>
        ticket_answers;                       // for the next posts; without one, a ticket is stored
    std::deque<app::Answered> token_answers;  // likewise for the next form tokens
    int stored = 0;                           // distinct keys that were stored

    void release();
    // The time of all that is waited for is over.
    void wake();
    // Tells the app what lies on the device.
    void find_kept();

    [[nodiscard]] const HelpOrigin& origin() const { return origin_; }

private:
    void run(const app::Effects& effects);
    [[nodiscard]] app::Answered answer_get(app::EffectId id, const app::Get& get) const;
    app::Answered give_token(app::EffectId id, const app::Post& post);
    app::Answered answer_post(app::EffectId id, const app::Post& post);

    const HelpOrigin& origin_;
    app::Model model_;
    std::deque<app::Message> waiting_;
    std::vector<app::Message> held_;
    std::vector<app::EffectId> timers_;
    std::map<std::string, std::string> bodies_by_key_;
    std::optional<app::Screen> screen_;
};

// What the host's screen is made of, to be changed.
app::Model model_as_seen(const Host& host);

}  // namespace ventanilla::test

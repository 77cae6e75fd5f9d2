// widget/app/effect.h
//
// What the app asks its host to do. Each has an id; the answer, if there is one, comes back as a message with it.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "widget/app/message.h"

namespace ventanilla::app {

// GET `path` on the help origin -> Answered. `token`: as "Authorization: Bearer", where it is not empty.
struct Get {
    std::string path;
    std::string token = {};
};
// POST `body`, which is JSON, to `path` with Idempotency-Key `key` -> Answered.
struct Post {
    std::string path;
    std::string key;  // empty: none
    std::string body;
    std::string token = {};  // as of Get
};
// GET `path`, and save what comes as a file of this name -> Answered, with the status alone.
struct Download {
    std::string path;
    std::string token = {};  // as of Get
    std::string name;
};
// `bytes` from the platform's cryptographic generator -> Answered, with status 200 and the bytes in hexadecimal.
struct Random {
    int bytes = 16;
};
// Keep `text` for this tab, to be handed in at the next Start; empty: forget it.
struct Save {
    std::string text;
};
// Keep `text` on the device by this name, whatever becomes of this tab, to be handed in as Kept; empty: forget it.
// -> Answered, with status 200 once it lies there, 0 where the device keeps nothing.
struct Keep {
    std::string name;
    std::string text;
};
// -> Answered, with status 200, after so many seconds; or as soon as an event stream at `path`, where there is one, tells of something.
struct Wait {
    int seconds = 0;
    std::string path = {};
    std::string token = {};  // as of Get
};
// Move the focus to the node with this key, once, after drawing.
struct Focus {
    std::string key;
};
// Tell a screen reader, politely.
struct Announce {
    std::string text;
};
// Tell the host page; never with a text that a person typed. What is told: docs/site-owners.md.
struct Emit {
    std::string event;
    std::vector<std::pair<std::string, std::variant<std::string, int>>> detail = {};
};
// The route has changed: keep it in the address, so that a reload comes back here.
struct ShowAddress {
    std::string path;
    bool is_step = false;  // the browser's own Back leads to the route before
};
struct Copy {
    std::string text;
};
// Hand the address of a route over to somebody else: by what the platform has for that, or else copied.
struct Share {
    std::string path;
    std::string title;
};
// Put the screen on paper.
struct Print {};
struct ClosePanel {};
// Show the help in another of the site's languages, at this route of it.
struct SwitchLanguage {
    std::string path;
};

struct Effect {
    EffectId id = 0;
    std::variant<Get, Post, Download, Random, Save, Keep, Wait, Focus, Announce, Emit, ShowAddress,
                 Copy, Share, Print, ClosePanel, SwitchLanguage>
        what;
};
using Effects = std::vector<Effect>;

}  // namespace ventanilla::app

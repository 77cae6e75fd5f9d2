// widget/app/message.h
//
// Everything that can happen to the app: what a customer does (reported by a view, as the node carries it) and
// what a host answers to an effect.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace ventanilla::app {

using EffectId = std::uint32_t;

// --- by the customer ---------------------------------------------------------------------------------------

// Follow a link to a route, such as "/es/articulos/sin-internet".
struct Navigate {
    std::string path;
};
// A text field or the search box has another text. `revision` grows with each keystroke, from the node's on.
struct Typed {
    std::string key;
    std::string value;
    std::uint32_t revision = 0;
};
// A radio button or a check box was set.
struct Chose {
    std::string key;
    std::string value;
};
// An answer on a button of a guide's step.
struct AnswerGuide {
    std::string choice;
};
enum class Command {
    kBack,           // to the screen before
    kClose,          // put the panel away
    kShowResults,    // Enter in the search box
    kGuideContinue,  // take the chosen answer
    kGuideBack,      // one step back in the guide
    kGuideRestart,
    kGuideContact,  // to the form, with the guide's transcript
    kStrikePage,    // leave the page's address out of what is sent
    kStrikeValues,  // leave out what the page knows
    kStrikeTrail,   // leave out what she searched for and read here
    kStrikeTranscript,
    kSend,          // the form; also again, at once, while it waits
    kWriteAnother,  // while the one in the form waits
    kCopyCode,
    kShare,   // the article
    kPrint,   // the screen
    kReload,  // what could not be loaded
};
struct Press {
    Command command = Command::kBack;
};

// --- by the page around the panel, which knows ids and no addresses ------------------------------------------

// Show what is found; nothing but space leads to the first screen.
struct SearchFor {
    std::string query;
};
struct OpenArticle {
    std::string id;
};
// From its first step, wherever she is in it.
struct StartGuide {
    std::string id;
};
// Open the form with these values, by field. What a field holds already stays.
struct NewTicket {
    std::map<std::string, std::string> fields;
};
// What the page says of itself, before each Shown. One that is too large changes nothing.
struct HostContext {
    std::string page;                    // its address, without query and fragment
    std::vector<std::string> suggested;  // ids of articles, "guide:ID" for guides, best first
    std::map<std::string, std::string> values = {};  // what it knows, by name: for requests
};

// --- by the host -------------------------------------------------------------------------------------------

// The first message. `saved` is what the last Save effect held, or empty.
struct Start {
    std::string language;
    std::string catalog;  // address of the catalog
    std::string path;     // route to begin with, or empty
    std::string page;     // address of the host page, without query and fragment; may be empty
    std::string saved;
    bool online = true;
    bool in_browser = false;  // it shares and prints, and opens pages of the portal
    bool has_annex = false;   // whatever the catalog names: widget/app/annex.h
    bool keeps = false;       // it does what Keep and Wait ask for
    bool attaches =
        false;  // it lets her choose files, and uploads them before a Post whose body names them
};
// What Keep has left on the device, in this tab or another one, and nothing has taken away. Told once, when the host has looked.
struct Kept {
    std::vector<std::string> texts;
};
// The answer to Get, Post, Random, Keep and Wait. `status` is HTTP's; 0: no answer came.
struct Answered {
    EffectId effect = 0;
    int status = 0;
    std::string body;
};
struct ConnectionChanged {
    bool online = true;
};
// The panel was shown (again).
struct Shown {
    bool touch = false;  // the first pointer is a finger: no keyboard on the screen unasked
};
// What time it is: when the panel is shown, and whenever a host likes.
struct Clock {
    // Minutes since 1970 began, by the site's clocks (0: the host does not know them) and in UTC.
    std::int64_t now = 0;
    std::int64_t utc = 0;
};
// The address was changed from outside (a deep link, the browser's own back).
struct AddressChanged {
    std::string path;
};

using Message = std::variant<Navigate, Typed, Chose, AnswerGuide, Press, SearchFor, OpenArticle,
                             StartGuide, NewTicket, HostContext, Start, Kept, Answered,
                             ConnectionChanged, Shown, AddressChanged, Clock>;

}  // namespace ventanilla::app

#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/backup.h"
#include "cli/build.h"
#include "cli/index.h"
#include "cli/kept_data_options.h"
#include "cli/keys.h"
#include "cli/lint.h"
#include "cli/option_values.h"
#include "cli/printable.h"
#include "cli/report.h"
#include "cli/search.h"
#include "cli/serve.h"
#include "cli/serve_options.h"
#include "cli/settings.h"
#include "cli/texts.h"
#include "cli/ticket_changes.h"
#include "cli/ticket_files.h"
#include "cli/tickets.h"
#include "cli/votes.h"
#include "cli/webhook_commands.h"
#include "server/time/timestamps.h"

namespace ventanilla::cli {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

// Values of all commands: CLI11 fills them in, then calls the command's callback.
class CommandLine {
public:
    explicit CommandLine(const Environment& environment) : environment_(environment) {
        app_.set_version_flag("--version", "ventanilla " VENTANILLA_VERSION);
        app_.require_subcommand(1);
        app_.footer("Try \"ventanilla serve\" first: it shows a demo.");
        add_serve();
        add_build();
        add_lint();
        add_texts();
        add_tickets();
        add_keys();
        add_votes();
        add_report();
        add_backup();
        add_webhook_commands(
            app_, webhooks_, environment_,
            [this](auto& parent, const auto& name, const auto& description, auto run) -> CLI::App& {
                return *command(parent, name, description, std::move(run));
            });
        add_index();
        add_search();
    }

    int run(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            if (error.get_exit_code() != 0 && app_.get_subcommands().empty()) {
                return explain_commands();
            }
            return app_.exit(error, environment_.out, environment_.log) == 0 ? kFine : kWrongUsage;
        }
        return command_();
    }

private:
    // No command was named, or none that there is.
    int explain_commands() const {
        for (const std::string& word : app_.remaining()) {
            environment_.log << "There is no command \"" << printable(word) << "\".\n\n";
        }
        environment_.log << app_.help();
        return kWrongUsage;
    }

    CLI::App* command(CLI::App& parent, const std::string& name, const std::string& description,
                      std::function<int()> run) {
        CLI::App* command = parent.add_subcommand(name, description);
        command->footer("");  // not the parent's
        command->callback([this, run = std::move(run)] { command_ = run; });
        return command;
    }

    void add_serve() {
        CLI::App* serve = command(
            app_, "serve", "Show a site in the browser and take its customers' requests", [this] {
                if (!file_.empty()) {
                    take_settings(*app_.get_subcommand("serve"), file_);
                }
                return cli::serve(has_site_ ? std::optional<fs::path>(site_) : std::nullopt,
                                  options_, speech_, environment_);
            });
        add_optional_site(*serve, "Folder of the site; the demo where left out");
        add_serve_options(*serve, options_);
        add_database(*serve, options_.database);
        serve
            ->add_option(
                "--config", file_,
                "File with these settings, such as port = 8080; what stands here or in the "
                "environment goes before")
            ->option_text("FILE")
            ->check(CLI::ExistingFile);
        add_pseudo(*serve);
        serve->footer("Passwords belong into the environment or the file. Stop with Ctrl+C.");
    }

    void add_build() {
        CLI::App* build =
            command(app_, "build", "Write a site into a folder for any static host",
                    [this] { return cli::build(site_, out_, speech_, environment_); });
        add_site(*build)->required();
        build
            ->add_option("--out", out_,
                         "Folder to write; replaced as a whole if an earlier build wrote it")
            ->option_text("FOLDER")
            ->required()
            ->check(not_empty());
        add_pseudo(*build);
    }

    void add_lint() {
        CLI::App* lint =
            command(app_, "lint", "Check a site and name the file and line of every mistake",
                    [this] { return cli::lint(site_, environment_); });
        add_site(*lint)->required();
        lint->footer("Exit code: 0 without problems, 1 with problems.");
    }

    void add_texts() {
        CLI::App* texts =
            command(app_, "texts",
                    "Print the texts of Ventanilla itself, for a site to word otherwise", [this] {
                        return cli::texts(has_site_ ? std::optional<fs::path>(site_) : std::nullopt,
                                          language_, environment_);
                    });
        add_optional_site(*texts, "Folder of a site, whose own words are printed; may be left out");
        texts
            ->add_option("--language", language_,
                         "Language such as es or es-MX; where left out, the site's default")
            ->option_text("TAG");
        texts->footer("Lines that you change go into texts/TAG.json of your site.");
    }

    void add_index() {
        CLI::App* index =
            command(app_, "index", "Build a search index from a file with one article a line",
                    [this] { return cli::index(corpus_, out_, environment_); });
        index
            ->add_option("CORPUS.jsonl", corpus_,
                         "File with one JSON object a line: id, title, body, url, lang, ...")
            ->option_text("FILE")
            ->required()
            ->check(CLI::ExistingFile);
        index->add_option("--out", out_, "Folder to write the index into")
            ->option_text("FOLDER")
            ->required()
            ->check(not_empty());
    }

    void add_search() {
        CLI::App* search =
            command(app_, "search", "Ask a search index that \"ventanilla index\" wrote",
                    [this] { return cli::search(index_, search_, environment_); });
        search->add_option("DIR", index_, "Folder of the index")
            ->required()
            ->option_text("FOLDER")
            ->check(CLI::ExistingDirectory);
        CLI::Option* query =
            search
                ->add_option("QUERY", search_.query,
                             "What to search for; where left out, one JSON object a line is read")
                ->option_text("WORDS");
        search
            ->add_option("--filter", search_.filters,
                         "Only what has this value; of one name, several are any of them")
            ->option_text("NAME=VALUE")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->check(name_and_value());
        search->add_flag("--counts", search_.counts,
                         "Also say how much each category, audience and product has");
        search
            ->add_flag("--explain", search_.explain,
                       "Say of each of the first five why it stands where it does")
            ->needs(query);
        search->footer(
            "Input lines look like {\"q\": \"no tengo internet\", \"k\": 5, \"explain\": true}.");
    }

    void add_tickets() {
        CLI::App* tickets =
            app_.add_subcommand("tickets", "Read the customers' requests, and answer them");
        tickets->require_subcommand(1);
        CLI::App* list = command(*tickets, "list", "List requests, the newest first", [this] {
            return list_tickets(tickets_, limit_, quarantined_, environment_);
        });
        add_tickets_options(*list);
        list->add_flag(
            "--quarantined", quarantined_,
            "Those that look as if no person had written them, and of which nobody is told");
        list->add_option("--limit", limit_, "How many at most")
            ->check(CLI::Range(1, std::numeric_limits<int>::max()))
            ->option_text("N=" + std::to_string(limit_));
        CLI::App* show = command(*tickets, "show", "Show one request as a whole",
                                 [this] { return show_ticket(tickets_, code_, environment_); });
        add_code(*show, code_);
        add_tickets_options(*show);
        add_files(*tickets);
        add_export(*tickets);
        add_erase(*tickets);
        add_reply(*tickets);
        add_note(*tickets);
        add_set(*tickets);
        add_short_ways(*tickets);
    }

    void add_files(CLI::App& tickets) {
        CLI::App* files = command(tickets, "files", "Save what is attached to a request", [this] {
            return save_ticket_files(tickets_, code_, out_.empty() ? "." : out_, environment_);
        });
        add_code(*files, code_);
        files->add_option("--to", out_, "Where; made if it is not there (default: here)")
            ->option_text("FOLDER");
        add_kept_data(*files, tickets_);
    }

    void add_export(CLI::App& tickets) {
        CLI::App* all = command(tickets, "export", "Print requests as JSON, one a line", [this] {
            return export_tickets(tickets_, email_, out_, environment_);
        });
        all->add_option("--email", email_, "Only those of this customer")->option_text("ADDRESS");
        all->add_option("--files", out_, "Save what is attached here, a folder for each request")
            ->option_text("FOLDER");
        add_kept_data(*all, tickets_);
    }

    void add_erase(CLI::App& tickets) {
        CLI::App* erase =
            command(tickets, "erase", "Take requests away for good, with all that was written",
                    [this] { return erase_tickets(tickets_, code_, email_, environment_); });
        CLI::Option* one = erase->add_option("CODE", code_, "The tracking code of one request")
                               ->option_text("AAAA-BBBB-CCCC-DDDD");
        erase->add_option("--email", email_, "All requests of this customer instead")
            ->option_text("ADDRESS")
            ->check(not_empty())
            ->excludes(one);
        add_kept_data(*erase, tickets_);
    }

    void add_reply(CLI::App& tickets) {
        CLI::App* reply =
            command(tickets, "reply", "Write to the customer, who gets it by mail",
                    [this] { return reply_to_ticket(change_, status_, environment_); });
        add_change(*reply);
        add_text(*reply);
        reply->add_option("--status", status_, "What the request has then; waiting where left out")
            ->option_text("STATUS")
            ->check(CLI::IsMember({"open", "waiting", "solved", "closed"}));
    }

    void add_note(CLI::App& tickets) {
        CLI::App* note = command(tickets, "note", "Write a note that only the team can read",
                                 [this] { return note_on_ticket(change_, environment_); });
        add_change(*note);
        add_text(*note);
    }

    void add_set(CLI::App& tickets) {
        CLI::App* set =
            command(tickets, "set", "Say what a request is, whose it is and where it stands",
                    [this] { return set_ticket(change_, set_, environment_); });
        add_change(*set);
        set->add_option("--status", set_.status, "Where it stands; the customer gets a mail")
            ->option_text("STATUS")
            ->check(CLI::IsMember({"open", "waiting", "solved", "closed"}));
        set->add_option("--priority", set_.priority, "How much it presses")
            ->option_text("PRIORITY")
            ->check(CLI::IsMember({"low", "normal", "high", "urgent"}));
        set->add_option("--assignee", set_.assignee, "Who is to answer; \"\" for nobody")
            ->option_text("NAME");
        set->add_option("--queue", set_.queue, "Which queue it stands in")->option_text("NAME");
        set->add_option("--tags", set_.tags, "Its tags, a space between two")->option_text("TAGS");
    }

    // What "set" does, for what is done every day.
    void add_short_ways(CLI::App& tickets) {
        const auto set = [this] { return set_ticket(change_, set_, environment_); };
        CLI::App* assign = command(tickets, "assign", "Say who is to answer", set);
        add_change(*assign);
        assign->add_option("NAME", set_.assignee, "Who; \"\" for nobody")
            ->option_text("NAME")
            ->required();
        CLI::App* solve =
            command(tickets, "solve", "Say that a request is solved; the customer gets a mail",
                    [this, set] {
                        set_.status = "solved";
                        return set();
                    });
        add_change(*solve);
        CLI::App* release =
            command(tickets, "release",
                    "Let a request out of quarantine; what tells of it is sent now", [this, set] {
                        set_.is_released = true;
                        return set();
                    });
        add_change(*release);
    }

    static void add_code(CLI::App& to, std::string& code) {
        to.add_option("CODE", code, "The tracking code that the customer was given")
            ->option_text("AAAA-BBBB-CCCC-DDDD")
            ->required();
    }

    void add_change(CLI::App& to) {
        add_code(to, change_.code);
        change_.author = variable("USER");
        to.add_option("--author", change_.author, "Who does it; customers read it too")
            ->option_text("NAME=$USER");
        add_kept_data(to, change_);
    }

    void add_text(CLI::App& to) {
        to.add_option("TEXT", change_.text, "What to write; \"-\" reads it from the input")
            ->option_text("TEXT")
            ->required();
    }

    void add_keys() {
        CLI::App* keys =
            app_.add_subcommand("keys", "Keys for the programs of the team (see docs/api.md)");
        keys->require_subcommand(1);
        CLI::App* add = command(*keys, "add", "Make a key, and show it once",
                                [this] { return add_key(kept_, name_, scopes_, environment_); });
        add_name(*add);
        add->add_option("--scope", scopes_, "What it is for; may be given twice")
            ->option_text("SCOPE")
            ->required()
            ->check(CLI::IsMember({"tickets:read", "tickets:write", "tickets:erase"}));
        add_kept_data(*add, kept_);
        CLI::App* list = command(*keys, "list", "List the keys, without their secrets",
                                 [this] { return list_keys(kept_, environment_); });
        add_kept_data(*list, kept_);
        CLI::App* remove = command(*keys, "remove", "Make a key good for nothing",
                                   [this] { return remove_key(kept_, name_, environment_); });
        add_name(*remove);
        add_kept_data(*remove, kept_);
    }

    void add_name(CLI::App& to) {
        to.add_option("NAME", name_, "Name of the program; it stands as author of what it does")
            ->option_text("NAME")
            ->required();
    }

    void add_report() {
        CLI::App* report =
            command(app_, "report", "Say how requests were answered, by queue and language",
                    [this] { return print_report(report_, environment_); });
        add_kept_data(*report, report_);
        add_report_options(*report, report_);
    }

    void add_votes() {
        CLI::App* votes = command(
            app_, "votes", "Print what readers said of articles, as votes.json of a site", [this] {
                return reasons_ ? print_vote_reasons(votes_, environment_)
                                : print_votes(votes_, environment_);
            });
        add_kept_data(*votes, votes_);
        votes
            ->add_option_function<std::string>(
                "--since",
                [this](const std::string& date) { votes_.since = *server::day_from(date); },
                "Only votes from this day on, in UTC")
            ->option_text("YYYY-MM-DD")
            ->check(day());
        votes->add_flag("--reasons", reasons_,
                        "Print a table with the reasons for a \"no\", by article and language");
    }

    void add_backup() {
        CLI::App* backup =
            command(app_, "backup", "Copy all that a server keeps into one file, while it runs",
                    [this] { return cli::back_up(kept_, file_, environment_); });
        backup->add_option("FILE", file_, "File to write; an older copy there is replaced")
            ->option_text("FILE")
            ->required()
            ->check(not_empty());
        add_data(*backup, kept_);
        CLI::App* restore =
            command(app_, "restore", "Put such a copy in the place of what a server keeps",
                    [this] { return cli::restore(kept_, file_, environment_); });
        restore->add_option("FILE", file_, "What \"ventanilla backup\" wrote")
            ->option_text("FILE")
            ->required()
            ->check(CLI::ExistingFile);
        add_data(*restore, kept_);
        restore->footer("Stop the server first.");
    }

    CLI::Option* add_site(CLI::App& to) {
        return to.add_option("SITE", site_, "Folder of the site")
            ->option_text("FOLDER")
            ->check(CLI::ExistingDirectory);
    }

    void add_optional_site(CLI::App& to, const std::string& description) {
        to.add_option_function<std::string>(
              "SITE",
              [this](const std::string& site) {
                  site_ = site;
                  has_site_ = true;
              },
              description)
            ->option_text("FOLDER")
            ->check(CLI::ExistingDirectory);
    }

    void add_pseudo(CLI::App& to) {
        to.add_flag_callback(
            "--pseudo", [this] { speech_ = Speech::kPseudo; },
            "For trying a site out: Ventanilla's own texts in accented letters, longer, in "
            "brackets and from right to left");
    }

    void add_tickets_options(CLI::App& to) {
        add_kept_data(to, tickets_);
        to.add_flag("--json", tickets_.json, "Print JSON for other programs");
    }

    const Environment& environment_;
    CLI::App app_{"Ventanilla: a support widget and help portal that you host yourself.",
                  "ventanilla"};
    std::function<int()> command_;

    std::string site_;
    bool has_site_ = false;
    std::string out_;
    std::string language_;
    Speech speech_ = Speech::kPlain;
    server::Options options_;
    std::string corpus_;
    std::string index_;
    SearchOptions search_;
    TicketsOptions tickets_;
    int limit_ = 20;
    bool quarantined_ = false;
    std::string code_;
    std::string email_;
    ChangeOptions change_;
    SetOptions set_;
    std::string status_;
    KeptData kept_;
    std::string name_;
    std::vector<std::string> scopes_;
    std::string file_;
    VotesOptions votes_;
    ReportOptions report_;
    WebhookOptions webhooks_;
    bool reasons_ = false;
};

}  // namespace

int run_command_line(int argc, const char* const* argv, const Environment& environment) {
    try {
        return CommandLine(environment).run(argc, argv);
    } catch (const std::exception& error) {
        environment.log << error.what() << '\n';
        return kFailed;
    }
}

}  // namespace ventanilla::cli

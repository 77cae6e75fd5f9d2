// server/server.h
//
// The whole backend of one site in one call: static files, the API and the mail queue, until told to stop.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/site/site.h"
#include "core/text/messages.h"
#include "server/http/address.h"
#include "server/http/static_files.h"
#include "server/limits/rules.h"
#include "server/log/line_log.h"
#include "widget/html/portal.h"

namespace ventanilla::server {

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::filesystem::path data;                  // folder of the database; made if it is not there
    std::optional<std::chrono::days> keep = {};  // solved and closed requests; nothing: for ever
    std::string database;  // "postgresql://...", in place of the one in `data`
    std::string
        smtp;  // "smtp://user:password@host:port", "smtps://..."; empty: mail waits in the queue
    std::vector<http::Network> trusted_proxies;  // whose word of a caller's address is believed
    limits::Rules limits;
    std::string metrics;  // "127.0.0.1:9464": where metrics are asked for; empty: nowhere
    LineLog::Format log = LineLog::Format::kText;
    std::string mail_from;  // sender of announcements; empty: the team's own address
};

// Runs until SIGTERM or SIGINT, then finishes what was accepted. Returns the process's exit code: 0 after a stop,
// 1 when it cannot start (port in use, data folder not writable ...), with one clear sentence on `log`.
// `portals`: one a language, the default first. `messages`: by language, areas "app", "field" and "server" of assets/texts.
int run(const Options& options, const site::Site& site,
        const std::map<std::string, text::Messages>& messages, std::vector<html::Portal> portals,
        http::StaticFiles files, std::ostream& log);

}  // namespace ventanilla::server

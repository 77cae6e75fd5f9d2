// tests/cli/console.h
//
// Runs a command as the shell would, and keeps what it printed.
#pragma once

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cli/command_line.h"

namespace ventanilla::test {

struct Run {
    int code = 0;
    std::string out;
    std::string log;
};

inline Run run(const std::filesystem::path& share, std::vector<std::string> words,
               const std::string& input = "") {
    words.insert(words.begin(), "ventanilla");
    std::vector<const char*> arguments;
    for (const std::string& word : words) {
        arguments.push_back(word.c_str());
    }
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream log;
    const cli::Environment environment{.share = share, .in = in, .out = out, .log = log};
    const int code =
        cli::run_command_line(static_cast<int>(arguments.size()), arguments.data(), environment);
    return {.code = code, .out = out.str(), .log = log.str()};
}

}  // namespace ventanilla::test

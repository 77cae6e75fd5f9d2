#include "cli/settings.h"

#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cli/printable.h"

namespace ventanilla::cli {
namespace {

constexpr std::string_view kSpaces = " \t";

bool is_of(std::string_view line, std::string_view name) {
    line.remove_prefix(std::min(line.find_first_not_of(kSpaces), line.size()));
    const bool begins = line.starts_with(name);
    line.remove_prefix(begins ? name.size() : 0);
    return begins && line.find_first_not_of(kSpaces) == line.find('=');
}

// Where in the file; the file alone where the line is not found.
std::string place_of(const std::filesystem::path& file, std::string_view name) {
    std::ifstream stream(file);
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
        if (is_of(line, name)) {
            return file.string() + ":" + std::to_string(number);
        }
    }
    return file.string();
}

std::string names_of(const CLI::App& command) {
    std::string names;
    for (const CLI::Option* option : command.get_options()) {
        if (!option->get_lnames().empty() && option->get_expected_min() > 0) {
            names += (names.empty() ? "" : ", ") + option->get_lnames().front();
        }
    }
    return names;
}

void take(CLI::App& command, const CLI::ConfigItem& item) {
    CLI::Option* option = item.parents.empty() && item.name != "config"
                              ? command.get_option_no_throw("--" + item.name)
                              : nullptr;
    if (option == nullptr || option->get_expected_min() == 0) {
        throw std::runtime_error("there is no setting \"" + printable(item.fullname()) +
                                 "\"; there are " + names_of(command));
    }
    if (item.inputs.size() != 1) {
        throw std::runtime_error(item.name +
                                 " takes one value, once, in quotes where it has spaces");
    }
    if (option->count() == 0) {
        option->add_result(item.inputs.front());
        option->run_callback();
    }
}

}  // namespace

void take_settings(CLI::App& command, const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<CLI::ConfigItem> items;
    try {
        items = CLI::ConfigTOML().from_config(stream);
    } catch (const CLI::ParseError& error) {
        throw std::runtime_error(file.string() + ": " + error.what());
    }
    std::set<std::string> seen;
    for (const CLI::ConfigItem& item : items) {
        try {
            if (!seen.insert(item.fullname()).second) {
                throw std::runtime_error(printable(item.name) + " is set twice");
            }
            take(command, item);
        } catch (const std::exception& error) {
            throw std::runtime_error(place_of(file, item.name) + ": " + error.what());
        }
    }
}

}  // namespace ventanilla::cli

// cli/option_values.h
//
// What the value of an option must look like, and what is said where it does not. Functions, since a validator at
// namespace scope could throw before main.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "server/http/address.h"

namespace ventanilla::cli {

CLI::Validator not_empty();
CLI::Validator name_and_value();
CLI::Validator postgres_address();
CLI::Validator list_of_networks();
CLI::Validator day();
CLI::Validator endpoint();

// What list_of_networks() takes: separated by commas, or "none". Nothing if one of them is none.
std::optional<std::vector<http::Network>> networks(std::string_view list);

}  // namespace ventanilla::cli

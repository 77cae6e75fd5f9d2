#include "cli/option_values.h"

#include <algorithm>
#include <string>

#include "server/http/whitespace.h"
#include "server/time/timestamps.h"

namespace ventanilla::cli {

CLI::Validator not_empty() {
    return {[](const std::string& text) {
                return text.empty() ? std::string("must not be empty") : std::string();
            },
            ""};
}

CLI::Validator name_and_value() {
    return {[](const std::string& text) {
                const std::size_t equals = text.find('=');
                return equals == 0 || equals == std::string::npos
                           ? std::string("must look like category=Billing")
                           : std::string();
            },
            ""};
}

CLI::Validator postgres_address() {
    return {[](const std::string& text) {
                return text.starts_with("postgresql://") || text.starts_with("postgres://")
                           ? std::string()
                           : std::string("must look like postgresql://user@host:port/database");
            },
            ""};
}

std::optional<std::vector<http::Network>> networks(std::string_view list) {
    std::vector<http::Network> networks;
    while (!list.empty() && list != "none") {
        const std::string_view written = list.substr(0, list.find(','));
        const auto network = http::read_network(http::trim(written));
        if (!network) {
            return std::nullopt;
        }
        networks.push_back(*network);
        list.remove_prefix(std::min(written.size() + 1, list.size()));
    }
    return networks;
}

CLI::Validator list_of_networks() {
    return {[](const std::string& text) {
                return networks(text) ? std::string()
                                      : std::string("must be networks such as "
                                                    "127.0.0.1,10.0.0.0/8,2001:db8::/32");
            },
            ""};
}

CLI::Validator day() {
    return {[](const std::string& text) {
                return server::day_from(text) ? std::string()
                                              : std::string("must be a day such as 2026-11-21");
            },
            ""};
}

CLI::Validator endpoint() {
    return {[](const std::string& text) {
                return http::read_endpoint(text)
                           ? std::string()
                           : std::string("must be an address and a port such as 127.0.0.1:9464");
            },
            ""};
}

}  // namespace ventanilla::cli

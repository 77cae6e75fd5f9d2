#include <exception>
#include <iostream>

#include "cli/command_line.h"
#include "cli/share_folder.h"

int main(int argc, char** argv) {
    using namespace ventanilla::cli;
    try {
        const Environment environment{
            .share = installed_share(), .in = std::cin, .out = std::cout, .log = std::cerr};
        return run_command_line(argc, argv, environment);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return kFailed;
    }
}

// tests/server/postgres_under_test.h
//
// A PostgreSQL server of the tests' own, started when it is first asked for and stopped with the program.
#pragma once

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "server/store/postgres/postgres_connection.h"
#include "tests/server/temporary_folder.h"

namespace ventanilla::test {

class PostgresUnderTest {
public:
    // An address of it, with no table in the database.
    static std::string empty_database() {
        static const PostgresUnderTest server;
        const auto connection = store::connect_to_postgres(server.address_);
        connection->prepare("DROP SCHEMA public CASCADE").run();
        connection->prepare("CREATE SCHEMA public").run();
        return server.address_;
    }

private:
    PostgresUnderTest() {
        std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
        const std::string command = "tests/support/postgres start " + server().string() +
                                    " fsync=off max_connections=20 shared_buffers=16MB";
        const std::unique_ptr<FILE, int (*)(FILE*)> output(::popen(command.c_str(), "r"),
                                                           &::pclose);
        for (int c = std::fgetc(output.get()); c != EOF && c != '\n';
             c = std::fgetc(output.get())) {
            address_ += static_cast<char>(c);
        }
        if (address_.empty()) {
            throw std::runtime_error("PostgreSQL did not start: see " + server().string() + ".log");
        }
    }
    ~PostgresUnderTest() {
        static_cast<void>(
            std::system(("tests/support/postgres stop " + server().string()).c_str()));
    }

    [[nodiscard]] std::filesystem::path server() const { return folder_.path() / "postgres"; }

    TemporaryFolder folder_;
    std::string address_;
};

}  // namespace ventanilla::test

// server/store/sqlite/database.h
//
// SQLite's C interface as values that clean up after themselves. The only header that names
// sqlite3; values reach SQL as parameters alone.
//
//   Statement find = database.prepare("SELECT fields FROM tickets WHERE site = ?1");
//   find.bind(1, site);
//   while (find.step()) use(find.text(0));
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace ventanilla::store {

class DatabaseError : public std::runtime_error {
public:
    DatabaseError(int code, const std::string& message)
        : std::runtime_error(message), code_(code) {}

    [[nodiscard]] int code() const { return code_; }  // SQLite's extended result code
    [[nodiscard]] bool is_taken() const;              // a primary key or unique index refused a row

private:
    int code_;
};

// A prepared statement. bind() counts from 1, text() and integer() from 0, as in SQLite.
class Statement {
public:
    // Makes it ready for another run; its bound values are kept.
    Statement& reset();
    Statement& bind(int index, std::string_view value);
    Statement& bind(int index, std::int64_t value);

    // True if there is a row.
    bool step();
    // Runs to the end and makes it ready for another run.
    void run();

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
    void check(int code) const;

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
public:
    enum class Access { kWrite, kRead };

    // The file must exist. Throws DatabaseError.
    Database(const std::filesystem::path& file, Access access);

    void execute(const std::string& sql);
    Statement prepare(std::string_view sql);
    std::int64_t integer(std::string_view sql);  // first column of its first row

    // False after SQLite rolled a transaction back by itself (full disk, input/output error).
    [[nodiscard]] bool in_transaction() const;

private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace ventanilla::store

// server/store/sql/connection.h
//
// A connection to a database, SQLite's or PostgreSQL's, as values that clean up after themselves. SQL is
// written once, in what both understand, with $1, $2 ... for values: values reach SQL as parameters alone.
// Why not twice: docs/decisions/0025-one-sql.md.
//
//   Statement find = connection.prepare("SELECT fields FROM tickets WHERE site = $1 AND form = $2");
//   auto fields = first(find.with(site, form), [](const Statement& row) { return row.text(0); });
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ventanilla::store {

class FileFolder;

class DatabaseError : public std::runtime_error {
public:
    enum class Kind {
        kRefused,  // this statement: others may go through
        kLost,     // the connection is of no use any more: make another one
    };

    DatabaseError(Kind kind, const std::string& message)
        : std::runtime_error(message), kind_(kind) {}

    [[nodiscard]] bool is_lost() const { return kind_ == Kind::kLost; }

private:
    Kind kind_;
};

// What a database's own interface has to offer. bind() counts from 1, columns from 0.
class StatementDriver {
public:
    virtual ~StatementDriver() = default;

    virtual void reset() = 0;
    virtual void bind_text(int index, std::string_view value) = 0;
    virtual void bind_bytes(int index, std::string_view value) = 0;
    virtual void bind_integer(int index, std::int64_t value) = 0;
    virtual bool step() = 0;
    [[nodiscard]] virtual std::string text(int column) const = 0;
    [[nodiscard]] virtual std::string bytes(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
};

// A value that is no text.
struct Bytes {
    std::string_view bytes;
};

// A prepared statement. Its functions throw DatabaseError.
class Statement {
public:
    explicit Statement(std::unique_ptr<StatementDriver> driver) : driver_(std::move(driver)) {}

    // Makes it ready for another run with these values for $1, $2 ...
    template <typename... Values>
    Statement& with(const Values&... values) {
        driver_->reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    // True if there is a row.
    bool step() { return driver_->step(); }
    // Runs to the end and makes it ready for another run.
    void run() {
        while (step()) {
        }
        driver_->reset();
    }
    // A statement that is left in the middle of its rows would keep the database's old state open.
    void reset() { driver_->reset(); }

    [[nodiscard]] std::string text(int column) const { return driver_->text(column); }
    [[nodiscard]] std::string bytes(int column) const { return driver_->bytes(column); }
    [[nodiscard]] std::int64_t integer(int column) const { return driver_->integer(column); }

private:
    void bind(int index, std::string_view value) { driver_->bind_text(index, value); }
    void bind(int index, Bytes value) { driver_->bind_bytes(index, value.bytes); }
    void bind(int index, std::int64_t value) { driver_->bind_integer(index, value); }

    std::unique_ptr<StatementDriver> driver_;
};

// `read` of each row, in order.
template <typename Read>
auto all(Statement& statement, Read read) {
    std::vector<decltype(read(statement))> rows;
    while (statement.step()) {
        rows.push_back(read(statement));
    }
    statement.reset();
    return rows;
}

// `read` of the first row, if there is one.
template <typename Read>
auto first(Statement& statement, Read read) {
    std::optional<decltype(read(statement))> row;
    if (statement.step()) {
        row = read(statement);
    }
    statement.reset();
    return row;
}

// Whether there is one: of what says RETURNING 1, whether it did something.
inline bool is_row(Statement& statement) {
    return first(statement, [](const Statement&) { return true; }).has_value();
}

// One thread at a time. Its functions throw DatabaseError.
class Connection {
public:
    virtual ~Connection() = default;

    // The statement must not outlive the connection.
    virtual Statement prepare(std::string_view sql) = 0;

    // A transaction that will write. What commit() says is durable.
    virtual void begin() = 0;
    virtual void commit() = 0;
    // Does nothing where none is open.
    virtual void roll_back() = 0;

    // Outside of a transaction: of what was deleted no byte stays in the files that this database can clean by itself.
    // Does what it can now; what is in its way, such as somebody who reads, is so for moments only.
    virtual void purge() = 0;
    // The same, while nobody waits, for those beside this one who may not do it themselves.
    virtual void tidy() {}

    // Where the bytes of files lie; null: in the database's rows.
    [[nodiscard]] virtual FileFolder* files() { return nullptr; }

    // Begins a transaction in which nobody else changes the database's shape, and says its version: 0 where it is empty.
    // Throws std::runtime_error with a sentence for the operator if it is another program's.
    virtual int begin_migration() = 0;
    // Several statements in SQLite's words for types (TEXT, INTEGER, BLOB; STRICT tables), within the migration, and the version that the
    // database has after them.
    virtual void change_shape(const std::string& sql, int version) = 0;
    // The version, without a transaction; as begin_migration() otherwise.
    virtual int version() = 0;
};

}  // namespace ventanilla::store

// core/text/messages.h
//
// The texts that a person reads, in one language, by key; made from assets/texts/<language>.json, a flat object.
//
//   messages.text("receipt.title")                      "Hemos recibido tu solicitud"
//   messages.fill("search.none", {{"query", "wifi"}})   "No hay resultados para «wifi»."
//   messages.count("search.count", 3)                   "3 resultados", from search.count.one / search.count.other
//
// A key that is missing gives the key itself, so that a gap is seen; a test keeps languages and keys complete.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json_fwd.h"

namespace ventanilla::text {

class Messages {
public:
    Messages() = default;
    // Members that are no text are left out.
    explicit Messages(const base::Json& flat_object);

    // Texts that came later.
    void add(const base::Json& flat_object);

    [[nodiscard]] std::string text(std::string_view key) const;

    // Each "{name}" in the text is replaced; a value is never searched again.
    using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    [[nodiscard]] std::string fill(std::string_view key, Values values) const;

    // Chooses the plural form (one, other) for `number` and fills "{count}".
    [[nodiscard]] std::string count(std::string_view key, int number) const;

    // Every key with its text, sorted by key.
    using Entries = std::vector<std::pair<std::string, std::string>>;
    [[nodiscard]] const Entries& entries() const { return entries_; }

private:
    [[nodiscard]] std::string_view pattern(std::string_view key) const;

    Entries entries_;
};

}  // namespace ventanilla::text

// cli/publish/texts.h
//
// The product's own texts, by area and language, as they stand in share/ventanilla/texts/<area>.<language>.json.
// Areas: app (screens), field (what is wrong with a field), portal (pages without JavaScript), server. The file of a
// variant holds only what it says otherwise.
//
//   texts.add("app", "es", json);
//   texts.add("app", "es-419", json);
//   texts.add("app", "es.usted", json);   Spanish that addresses a customer as usted
//   texts.messages("es-MX", {"app", "field"}).text("form.send")   "Enviar"
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/site/site.h"
#include "core/text/messages.h"

namespace ventanilla::publish {

class Texts {
public:
    void add(std::string_view area, std::string_view language, base::Json flat_object);

    // True if every area that is known has texts in `language` or in one that it falls back to (core/text/fallbacks.h).
    [[nodiscard]] bool speaks(std::string_view language) const;

    [[nodiscard]] std::vector<std::string> areas() const;

    // The texts of an area, each from the nearest language that has it.
    [[nodiscard]] base::Json
    in_language(std::string_view area, std::string_view language,
                site::FormOfAddress form_of_address = site::FormOfAddress::kTu) const;

    // The texts of these areas, or of all, in one table; keys are unique across areas.
    [[nodiscard]] text::Messages messages(std::string_view language,
                                          std::initializer_list<std::string_view> areas) const;
    [[nodiscard]] text::Messages messages(std::string_view language) const;

    // Whether pages in `language` are written from right to left.
    [[nodiscard]] bool is_right_to_left(std::string_view language) const;
    // In every language.
    void write_from_the_right() { from_the_right_ = true; }

private:
    using ByLanguage = std::map<std::string, base::Json, std::less<>>;

    std::map<std::string, ByLanguage, std::less<>> areas_;
    bool from_the_right_ = false;
};

}  // namespace ventanilla::publish

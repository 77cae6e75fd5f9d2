// cli/publish/texts.h
//
// The product's own texts, by area and language, as they stand in share/ventanilla/texts/<area>.<language>.json.
// Areas: app (screens), field (what is wrong with a field), portal (pages without JavaScript), server.
//
//   texts.add("app", "es", json);
//   texts.messages("es-MX", {"app", "field"}).text("form.send")   "Enviar"
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/text/messages.h"

namespace ventanilla::publish {

class Texts {
public:
    void add(std::string_view area, std::string_view language, base::Json flat_object);

    // True if every area that is known has texts in `language` or its base language ("es" for "es-MX").
    [[nodiscard]] bool speaks(std::string_view language) const;

    // The texts of these areas in one table; keys are unique across areas.
    [[nodiscard]] text::Messages messages(std::string_view language,
                                          std::initializer_list<std::string_view> areas) const;

private:
    using ByLanguage = std::map<std::string, base::Json, std::less<>>;

    static const base::Json* in_language(const ByLanguage& texts, std::string_view language);

    std::map<std::string, ByLanguage, std::less<>> areas_;
};

}  // namespace ventanilla::publish

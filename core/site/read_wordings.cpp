#include "core/site/read_wordings.h"

#include "core/base/json.h"
#include "core/base/json_scan.h"

namespace ventanilla::site {

Wordings read_wordings(JsonFile& file) {
    Wordings wordings;
    if (file.json() == nullptr) {
        return wordings;
    }
    base::JsonFindings findings;
    base::ObjectReader reader(*file.json(), "", findings);
    reader.optional_text("$schema");
    for (const auto& [key, text] : file.json()->members()) {
        if (key != "$schema") {
            wordings[key] = {reader.text(key), file.position(base::pointer_to("", key))};
        }
    }
    file.report(findings);
    return wordings;
}

}  // namespace ventanilla::site

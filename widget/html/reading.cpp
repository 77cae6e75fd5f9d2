#include "widget/html/reading.h"

#include "core/base/json.h"

namespace ventanilla::html {

std::string reading_texts(const text::Messages& messages) {
    base::Json texts = base::Json::object();
    for (const char* name : {"close", "copied", "copy", "fit", "full", "shared", "viewer"}) {
        texts[name] = messages.text(std::string("reading.") + name);
    }
    texts["enlarge"] = messages.fill("reading.enlarge", {{"picture", "%"}});
    return base::write_json(texts);
}

}  // namespace ventanilla::html

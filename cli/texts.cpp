#include "cli/texts.h"

#include <utility>

#include "cli/checked_site.h"
#include "cli/printable.h"
#include "cli/share_folder.h"
#include "core/base/json.h"

namespace ventanilla::cli {
namespace {

// One text a line, so that a line can be copied.
void print(const text::Messages& messages, std::ostream& out) {
    const char* before = "{\n";
    for (const auto& [key, text] : messages.entries()) {
        out << before << "  " << base::write_json(key) << ": " << base::write_json(text);
        before = ",\n";
    }
    out << "\n}\n";
}

}  // namespace

int texts(const std::optional<std::filesystem::path>& folder, std::string language,
          const Environment& environment) {
    publish::Texts texts = read_texts(environment.share);
    if (folder) {
        CheckedSite checked = check_site(*folder, texts);
        if (!checked.site) {
            print_problems(checked.problems, environment.log);
            return kFailed;
        }
        texts = std::move(checked.texts);
        if (language.empty()) {
            language = checked.site->languages.front();
        }
    } else if (language.empty()) {
        language = "es";
    }
    if (!texts.speaks(language)) {
        environment.log << "There are no texts in the language \"" << printable(language)
                        << "\".\n";
        return kFailed;
    }
    print(texts.messages(language), environment.out);
    return kFine;
}

}  // namespace ventanilla::cli

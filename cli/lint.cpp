#include "cli/lint.h"

#include "cli/checked_site.h"
#include "cli/share_folder.h"

namespace ventanilla::cli {

int lint(const std::filesystem::path& folder, const Environment& environment) {
    const CheckedSite checked = check_site(folder, read_texts(environment.share));
    print_problems(checked.problems, environment.out);
    print_advice(checked, environment.out);
    return checked.problems.empty() ? kFine : kFailed;
}

}  // namespace ventanilla::cli

#include "cli/build.h"

#include "cli/output_folder.h"
#include "cli/publish/publish.h"
#include "cli/share_folder.h"
#include "cli/site_folder.h"

namespace ventanilla::cli {

namespace fs = std::filesystem;

int build(const fs::path& folder, const fs::path& out, Speech speech,
          const Environment& environment) {
    if (lies_in(out, folder)) {
        environment.log
            << "The output folder lies in the site's own; name another place with --out.\n";
        return kWrongUsage;
    }
    const CheckedSite checked = check_site(folder, read_texts(environment.share));
    if (!checked.site) {
        print_problems(checked.problems, environment.log);
        return kFailed;
    }
    const http::StaticFiles files =
        publish::publish(*checked.site, read_bundle(environment.share), texts_of(checked, speech),
                         read_synonym_packs(environment.share), publish::Host::kAnyStatic)
            .files;
    if (const auto written = write_output(files, out); !written) {
        environment.log << written.error() << '\n';
        return kFailed;
    }
    print_advice(checked, environment.out);
    environment.out << files.size() << " files in " << out.string() << ".\n";
    return kFine;
}

}  // namespace ventanilla::cli

#include "cli/serve.h"

#include <map>
#include <string>
#include <utility>

#include "cli/publish/publish.h"
#include "cli/share_folder.h"

namespace ventanilla::cli {

int serve(const std::optional<std::filesystem::path>& folder, const server::Options& options,
          Speech speech, const Environment& environment) {
    const CheckedSite checked =
        check_site(folder.value_or(demo_site(environment.share)), read_texts(environment.share));
    if (!checked.site) {
        print_problems(checked.problems, environment.log);
        return kFailed;
    }
    const publish::Texts texts = texts_of(checked, speech);
    publish::Bundle bundle = read_bundle(environment.share);
    if (!folder) {
        bundle.host_page = read_demo_page(environment.share);
    }
    std::map<std::string, text::Messages> messages;
    for (const std::string& language : checked.site->languages) {
        messages.emplace(language, texts.messages(language, {"app", "field", "server"}));
    }
    publish::Publication publication =
        publish::publish(*checked.site, bundle, texts, read_synonym_packs(environment.share),
                         publish::Host::kOurServer);
    publication.files["/api/v1/openapi.json"] = {.bytes = read_api_description(environment.share),
                                                 .content_type = "application/json"};
    return server::run(options, *checked.site, messages, std::move(publication.portals),
                       std::move(publication.files), environment.log);
}

}  // namespace ventanilla::cli

#include "tests/parity/whole_site.h"

#include <stdexcept>

#include "cli/publish/publish.h"
#include "cli/share_folder.h"
#include "cli/site_folder.h"
#include "core/base/json.h"

namespace ventanilla::test {
namespace {

constexpr const char* kMore = R"({
  "channel": { "kind": "link", "address": "https://www.example.org/tiendas",
               "label": { "es": "Buscar una tienda", "en": "Find a shop" },
               "hours": { "es": "De lunes a sábado, de 10 a 20 h", "en": "Monday to Saturday, 10 am to 8 pm" } },
  "field": { "id": "call", "type": "check", "required": false,
             "label": { "es": "Prefiero que me llaméis", "en": "I would rather be called" },
             "help": { "es": "En un plazo de un día.", "en": "Within a day." } }
})";

void add_what_the_demo_does_without(site::Files& files) {
    for (auto& [path, bytes] : cli::read_site_folder("tests/parity/site").files) {
        files[path] = std::move(bytes);
    }
    base::Json more = base::parse_json(kMore).value();
    base::Json settings = base::parse_json(files.at("site.json")).value();
    settings["channels"].push_back(std::move(more["channel"]));
    settings["form"]["fields"].push_back(std::move(more["field"]));
    files["site.json"] = base::write_json(settings);
}

std::map<std::string, WholeSite> publish_all() {
    site::Files files = cli::read_site_folder("assets/demo").files;
    add_what_the_demo_does_without(files);
    const site::Reading reading = site::read_site(files);
    if (!reading.site) {
        throw std::runtime_error(base::to_text(reading.problems.front()));
    }
    publish::Bundle bundle;
    for (const std::string& language : reading.site->languages) {
        bundle.cores[language] = "a module";
        bundle.annexes[language] = "its annex";
    }
    publish::Publication publication =
        publish::publish(*reading.site, bundle, cli::read_texts("assets"),
                         cli::read_synonym_packs("assets"), publish::Host::kOurServer);
    std::map<std::string, std::string> served;
    for (auto& [path, file] : publication.files) {
        served.emplace(path, std::move(file.bytes));
    }
    std::map<std::string, WholeSite> sites;
    for (html::Portal& portal : publication.portals) {
        WholeSite& one = sites[portal.language];
        one = {{portal.language, portal.catalog, served}, std::move(portal)};
    }
    return sites;
}

}  // namespace

const WholeSite& whole_site(const std::string& language) {
    static const std::map<std::string, WholeSite> kSites = publish_all();
    return kSites.at(language);
}

}  // namespace ventanilla::test

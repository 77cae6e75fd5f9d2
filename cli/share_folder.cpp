#include "cli/share_folder.h"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "core/base/json.h"
#include "core/text/language.h"

namespace ventanilla::cli {
namespace {

namespace fs = std::filesystem;

std::string read_whole(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file) {
        throw std::runtime_error("The installation is not whole: " + path.string() +
                                 " cannot be read.");
    }
    return bytes;
}

fs::path folder_in(const fs::path& share, const char* name) {
    fs::path folder = share / name;
    if (!fs::is_directory(folder)) {
        throw std::runtime_error("The installation is not whole: there is no folder " +
                                 folder.string() + ".");
    }
    return folder;
}

}  // namespace

fs::path installed_share() {
    return fs::canonical("/proc/self/exe").parent_path().parent_path() / "share" / "ventanilla";
}

publish::Texts read_texts(const fs::path& share) {
    publish::Texts texts;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_in(share, "texts"))) {
        const fs::path& path = entry.path();
        if (path.extension() != ".json") {
            continue;
        }
        const std::string name = path.stem().string();  // "app.es"
        const std::size_t dot = name.find('.');
        auto json = base::parse_json(read_whole(path));
        if (dot == std::string::npos || !json) {
            throw std::runtime_error("The installation is not whole: " + path.string() +
                                     " does not hold texts.");
        }
        texts.add(name.substr(0, dot), name.substr(dot + 1), std::move(*json));
    }
    return texts;
}

publish::SynonymPacks read_synonym_packs(const fs::path& share) {
    publish::SynonymPacks packs;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_in(share, "synonyms"))) {
        const fs::path& path = entry.path();
        if (path.extension() != ".txt") {
            continue;
        }
        const std::string language = path.stem().string();
        auto pack = text::Synonyms::read(path.string(), read_whole(path), language,
                                         text::Comparing::kInflections);
        if (!pack) {
            throw std::runtime_error("The installation is not whole: " +
                                     base::to_text(pack.error().front()));
        }
        packs.add(language, std::move(*pack));
    }
    return packs;
}

publish::Bundle read_bundle(const fs::path& share) {
    const fs::path web = folder_in(share, "web");
    publish::Bundle bundle{.embed_script = read_whole(web / "embed.js"),
                           .embed_rules_script = read_whole(web / "embed-rules.js"),
                           .inline_script = read_whole(web / "inline.js"),
                           .panel_script = read_whole(web / "panel.js"),
                           .panel_style = read_whole(web / "panel.css"),
                           .worker_script = read_whole(web / "worker.js"),
                           .portal_style = read_whole(web / "portal.css"),
                           .portal_loader = read_whole(web / "portal.js"),
                           .take_over_script = read_whole(web / "take-over.js"),
                           .idle_script = read_whole(web / "idle.js"),
                           .reading_script = read_whole(web / "reading.js"),
                           .reading_style = read_whole(web / "reading.css"),
                           .cores = {},
                           .annexes = {},
                           .canvas_script = read_whole(web / "canvas.js"),
                           .canvas_core = read_whole(web / "ventanilla-canvas.wasm"),
                           .canvas_fonts = {},
                           .host_page = {}};
    for (const text::Language* language : text::languages()) {
        const std::string tag(language->tag);
        bundle.cores[tag] = read_whole(web / ("ventanilla-" + tag + ".wasm"));
        bundle.annexes[tag] = read_whole(web / ("annex-" + tag + ".wasm"));
    }
    for (const char* font : {"regular.ttf", "strong.ttf", "italic.ttf", "mono.ttf"}) {
        bundle.canvas_fonts.push_back(read_whole(web / font));
    }
    for (const std::string* script : {&bundle.embed_script, &bundle.embed_rules_script}) {
        if (script->find(publish::kSitePlace) == std::string::npos) {
            throw std::runtime_error(
                "The installation is not whole: embed.js has no place for the site's settings.");
        }
    }
    return bundle;
}

std::string read_api_description(const fs::path& share) {
    return read_whole(share / "api" / "openapi.json");
}

fs::path demo_site(const fs::path& share) {
    return share / "demo";
}

std::map<std::string, std::string> read_demo_page(const fs::path& share) {
    const fs::path folder = folder_in(share, "page");
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files[entry.path().lexically_relative(folder).generic_string()] =
                read_whole(entry.path());
        }
    }
    return files;
}

}  // namespace ventanilla::cli

#include "cli/publish/publish.h"

#include <set>
#include <utility>
#include <vector>

#include "cli/publish/accent.h"
#include "cli/publish/answers.h"
#include "cli/publish/edition.h"
#include "cli/publish/file_table.h"
#include "cli/publish/policy.h"
#include "cli/publish/portal_pages.h"
#include "cli/publish/rules.h"
#include "core/article/video.h"
#include "core/base/json.h"
#include "core/site/paths.h"
#include "core/site/references.h"
#include "core/text/language.h"
#include "server/crypto/crypto.h"
#include "widget/html/panel_page.h"

namespace ventanilla::publish {
namespace {

constexpr std::string_view kDefaultAccent = "#0b5c6b";

// A video and what belongs to it share a folder, named after all of them: they are cached for a year, too. Each language of
// the site has its captions under its own name.
std::string add_video(const site::Site& site, const std::string& path, FileTable& files) {
    const std::string name = "video.mp4";
    std::vector<std::pair<std::string, std::string>> parts = {{name, site.media.at(path)}};
    std::set<std::string, std::less<>> media;
    for (const auto& [other, bytes] : site.media) {
        media.insert(other);
    }
    for (const std::string& language : site.languages) {
        if (const auto captions = site::find_captions(media, path, language)) {
            parts.emplace_back(article::captions_of(name, language), site.media.at(*captions));
        }
    }
    if (const auto still = site.media.find(article::still_of(path)); still != site.media.end()) {
        parts.emplace_back(article::still_of(name), still->second);
    }
    std::string all;
    for (const auto& [part, bytes] : parts) {
        all += server::sha256_hex(bytes);
    }
    return files.add_immutable_folder("/" + path.substr(0, path.rfind('.')), all,
                                      std::move(parts)) +
           name;
}

Addresses add_media(const site::Site& site, FileTable& files) {
    Addresses addresses;
    for (const auto& [path, bytes] : site.media) {
        if (article::is_video(path)) {
            addresses[path] = add_video(site, path, files);
            continue;
        }
        if (!site::captions_language(path).empty()) {
            continue;
        }
        const std::size_t dot = path.rfind('.');
        const bool has_extension = dot != std::string::npos && dot > path.rfind('/') + 1;
        const std::string stem = "/" + path.substr(0, has_extension ? dot : path.size());
        addresses[path] =
            files.add_immutable(stem, has_extension ? path.substr(dot + 1) : "bin", bytes);
    }
    return addresses;
}

// What the launcher knows of the site. `rules`: its own, of which most sites have none.
std::string launcher_settings(const site::Site& site, const Texts& texts, const std::string& accent,
                              base::Json rules) {
    base::Json labels = base::Json::object();
    for (const std::string& language : site.languages) {
        const text::Messages messages = texts.messages(language, {"portal"});
        labels[language] = {{"launcher", messages.text("launcher.open")},
                            {"close", messages.text("launcher.close")},
                            {"panel", messages.text("panel.title")}};
        if (!rules.empty()) {
            labels[language]["dismiss"] = messages.text("hint.dismiss");
        }
    }
    base::Json nearest = base::Json::array();
    for (const auto& [page, language] : answers(site.languages)) {
        nearest.push_back(base::Json::array({base::Json(page), base::Json(language)}));
    }
    base::Json settings = {{"languages", base::Json::texts(site.languages)},
                           {"nearest", std::move(nearest)},
                           {"labels", std::move(labels)},
                           {"accent", accent},
                           {"on", text_on(accent)}};
    if (!rules.empty()) {
        settings["rules"] = std::move(rules);
    }
    return base::write_json(settings);
}

void add_launcher(const site::Site& site, const Bundle& bundle, const Texts& texts,
                  const std::string& accent, FileTable& files) {
    base::Json rules = launcher_rules(site);
    std::string script = rules.empty() ? bundle.embed_script : bundle.embed_rules_script;
    const std::size_t place = script.find(kSitePlace);
    if (place != std::string::npos) {
        script.replace(place, kSitePlace.size(),
                       launcher_settings(site, texts, accent, std::move(rules)));
    }
    files.add_for_everyone("/embed.js", std::move(script), ".js");
    files.add_for_everyone("/inline.js", bundle.inline_script, ".js");
}

std::vector<std::string> add_fonts(const Bundle& bundle, FileTable& files) {
    std::vector<std::string> addresses;
    for (const std::string& font : bundle.canvas_fonts) {
        addresses.push_back(files.add_immutable("/widget/font", "ttf", font));
    }
    return addresses;
}

// The language of the module for one of the site's: it knows that alone; where none does, one is as good as another.
std::string module_for(const std::string& language, const Bundle& bundle) {
    const text::Language* known = text::find_language(language);
    return std::string(known == nullptr ? bundle.cores.begin()->first : known->tag);
}

std::map<std::string, std::string> add_cores(const site::Site& site, const Bundle& bundle,
                                             FileTable& files) {
    std::map<std::string, std::string> addresses;
    for (const std::string& language : site.languages) {
        const std::string tag = module_for(language, bundle);
        addresses[language] =
            files.add_immutable("/widget/ventanilla-" + tag, "wasm", bundle.cores.at(tag));
    }
    return addresses;
}

std::string add_annex(const std::string& language, const Bundle& bundle, FileTable& files) {
    const std::string tag = module_for(language, bundle);
    return files.add_immutable("/widget/annex-" + tag, "wasm", bundle.annexes.at(tag));
}

PageAssets add_assets(const site::Site& site, const Bundle& bundle, const std::string& accent,
                      FileTable& files) {
    return {
        .icon = files.add_immutable("/assets/icon", "svg", html::icon_svg(accent)),
        .portal_style =
            files.add_immutable("/assets/portal", "css", bundle.portal_style + accent_rule(accent)),
        .reading = {.script = files.add_immutable("/assets/reading", "js", bundle.reading_script),
                    .stylesheet =
                        files.add_immutable("/assets/reading", "css", bundle.reading_style)},
        .panel_style = files.add_immutable("/widget/panel", "css", bundle.panel_style),
        .panel_script = files.add_immutable("/widget/panel", "js", bundle.panel_script),
        .idle_script = files.add_immutable("/widget/idle", "js", bundle.idle_script),
        .cores = add_cores(site, bundle, files),
        .take_over = {},
        .canvas_script = files.add_immutable("/widget/canvas", "js", bundle.canvas_script),
        .canvas_core = files.add_immutable("/widget/ventanilla-canvas", "wasm", bundle.canvas_core),
        .canvas_fonts = add_fonts(bundle, files),
        .accent = accent};
}

html::TakeOver add_take_over(const Bundle& bundle, FileTable& files) {
    return {.loader = files.add_immutable("/assets/portal", "js", bundle.portal_loader),
            .script = files.add_immutable("/assets/take-over", "js", bundle.take_over_script),
            .core = {}};
}

void add_host_page(const Bundle& bundle, FileTable& files) {
    for (const auto& [path, bytes] : bundle.host_page) {
        const bool page = path == "index.html";
        files.add(page ? "/" : "/page/" + path, bytes, path,
                  page ? portal_policy(PolicyPlace::kHeader, Videos::kNone, {}) : std::string());
    }
}

}  // namespace

Publication publish(const site::Site& site, const Bundle& bundle, const Texts& texts,
                    const SynonymPacks& packs, Host host) {
    FileTable files;
    const std::string accent = site.accent.empty() ? std::string(kDefaultAccent) : site.accent;
    PageAssets assets = add_assets(site, bundle, accent, files);
    if (host == Host::kOurServer) {
        assets.take_over = add_take_over(bundle, files);
    }
    const Addresses media = add_media(site, files);
    std::map<std::string, Edition> editions;
    for (const std::string& language : site.languages) {
        editions.emplace(language, make_edition(site, language, texts, packs, media,
                                                add_annex(language, bundle, files), files));
    }
    std::vector<html::Portal> portals =
        add_pages(site, editions, texts, assets, host == Host::kOurServer, files);
    add_launcher(site, bundle, texts, accent, files);
    files.add("/widget/worker.js", bundle.worker_script, ".js", worker_policy());
    files.add("/robots.txt", "User-agent: *\nDisallow: /data/\nDisallow: /widget/\n", ".txt");
    add_host_page(bundle, files);
    return {.files = std::move(files).take(), .portals = std::move(portals)};
}

}  // namespace ventanilla::publish

#include "cli/publish/publish.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <regex>

#include "cli/checked_site.h"
#include "cli/share_folder.h"
#include "core/base/json.h"
#include "core/search/asking/index.h"
#include "core/search/format/shard.h"
#include "core/site/catalog.h"
#include "tests/cli/crawler.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"
#include "widget/app/place.h"
#include "widget/html/pages.h"

using namespace ventanilla;

namespace {

publish::Bundle bundle() {
    return {.embed_script = "f(\"__VENTANILLA_SITE__\")",
            .embed_rules_script = "g(\"__VENTANILLA_SITE__\")",
            .inline_script = "// inline",
            .panel_script = "// panel",
            .panel_style = "main{}",
            .worker_script = "keep()",
            .portal_style = "a{}",
            .portal_loader = "// portal",
            .take_over_script = "// take-over",
            .idle_script = "// idle",
            .reading_script = "// reading",
            .reading_style = "dialog{}",
            .cores = {{"en", "en wasm"}, {"es", "es wasm"}},
            .annexes = {{"en", "en annex"}, {"es", "es annex"}},
            .canvas_script = "// canvas",
            .canvas_core = "canvas wasm",
            .canvas_fonts = {"regular", "strong", "italic", "mono"},
            .host_page = {}};
}

site::Site site_in(const std::filesystem::path& folder) {
    const cli::CheckedSite checked = cli::check_site(folder, cli::read_texts("assets"));
    for (const base::Problem& problem : checked.problems) {
        UNSCOPED_INFO(base::to_text(problem));
    }
    REQUIRE(checked.site.has_value());
    return *checked.site;
}

http::StaticFiles publish_demo(publish::Host host) {
    return publish::publish(site_in("assets/demo"), bundle(), cli::read_texts("assets"),
                            cli::read_synonym_packs("assets"), host)
        .files;
}

// Published once, for all who only read it.
const http::StaticFiles& published_demo() {
    static const http::StaticFiles files = publish_demo(publish::Host::kOurServer);
    return files;
}

const http::StaticFiles& demo_for_a_static_host() {
    static const http::StaticFiles files = publish_demo(publish::Host::kAnyStatic);
    return files;
}

std::string only(const http::StaticFiles& files, const std::string& pattern) {
    std::string found;
    for (const auto& [path, file] : files) {
        if (std::regex_match(path, std::regex(pattern))) {
            REQUIRE(found.empty());
            found = path;
        }
    }
    REQUIRE_FALSE(found.empty());
    return found;
}

site::Catalog catalog_of(const http::StaticFiles& files, const std::string& language) {
    const auto json = base::parse_json(
        files.at(only(files, "/data/" + language + "/catalog\\.[0-9a-f]{12}\\.json")).bytes);
    REQUIRE(json.has_value());
    const auto catalog = site::catalog_from_json(*json);
    REQUIRE(catalog.has_value());
    return *catalog;
}

}  // namespace

TEST_CASE("the same site gives the same bytes") {
    const http::StaticFiles& one = published_demo();
    const http::StaticFiles other = publish_demo(publish::Host::kOurServer);
    REQUIRE(one.size() == other.size());
    for (const auto& [path, file] : one) {
        CHECK(other.at(path).bytes == file.bytes);
        CHECK(other.at(path).content_security_policy == file.content_security_policy);
    }
}

TEST_CASE("every link on every page leads to a page, a picture or a place that is there") {
    CHECK(test::broken_links(published_demo()) == std::vector<std::string>());
}

TEST_CASE("the crawler sees a link that leads nowhere") {
    http::StaticFiles files;
    files["/"] = {.bytes = R"(<a href="/gone">x</a><a href="#gone">x</a><img src="/a.svg">)",
                  .content_type = "text/html; charset=utf-8"};
    CHECK(test::broken_links(files).size() == 3);
}

TEST_CASE("every page has its language, one first heading and a policy, and names no id twice") {
    const http::StaticFiles& files = published_demo();
    CHECK(test::pages(files).size() ==
          2 * (40 + 4 + 8 + 4 + html::kRefusals.size() + app::places().size()) + 2);
    for (const std::string& path : test::pages(files)) {
        INFO(path);
        const http::StaticFile& page = files.at(path);
        const bool english = path.starts_with("/en/") || path.starts_with("/widget/en/");
        CHECK(page.bytes.starts_with(english ? "<!doctype html>\n<html lang=\"en\">"
                                             : "<!doctype html>\n<html lang=\"es\">"));
        const std::size_t heading = page.bytes.find("<h1");
        CHECK(heading != std::string::npos);
        CHECK(page.bytes.find("<h1", heading + 1) == std::string::npos);
        CHECK_FALSE(page.content_security_policy.empty());
        CHECK_FALSE(page.immutable);
        const std::vector<std::string> ids = test::attribute_values(page.bytes, "id");
        CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    }
}

TEST_CASE("what the catalog names is there, and can be read by the app's own code") {
    const http::StaticFiles& files = published_demo();
    for (const std::string language : {"es", "en"}) {
        const site::Catalog catalog = catalog_of(files, language);
        CHECK(catalog.site == "faro-fibra");
        CHECK(catalog.articles.size() == 40);
        CHECK(catalog.categories.size() == 8);
        CHECK(catalog.guides.size() == 4);
        for (const site::Teaser& teaser : catalog.articles) {
            CHECK(files.contains(teaser.address));
            const auto json = base::parse_json(files.at(teaser.file).bytes);
            REQUIRE(json.has_value());
            CHECK(site::article_page_from_json(*json).has_value());
            CHECK(files.at(teaser.file).immutable);
        }
        for (const site::Teaser& teaser : catalog.guides) {
            CHECK(files.contains(teaser.address));
            const auto json = base::parse_json(files.at(teaser.file).bytes);
            REQUIRE(json.has_value());
            CHECK(site::guide_page_from_json(*json).has_value());
        }
        const http::StaticFile& root = files.at(catalog.index + search::shard_name(0));
        CHECK(root.content_type == "application/octet-stream");
        CHECK(root.immutable);
        CHECK(search::Index::open(root.bytes).has_value());
    }
}

TEST_CASE("the panel gets the app's and the fields' texts, and no others") {
    const text::Messages messages = catalog_of(published_demo(), "es").messages;
    CHECK(messages.text("form.send") == "Enviar");
    CHECK(messages.text("field.required") != "field.required");
    for (const auto& [key, text] : messages.entries()) {
        CHECK_FALSE(key.starts_with("portal."));
    }
    const cli::CheckedSite demo = cli::check_site("assets/demo", cli::read_texts("assets"));
    const text::Messages server = cli::read_texts("assets").messages("es", {"server"});
    CHECK_FALSE(server.entries().empty());
    for (const auto& [key, text] : server.entries()) {
        CHECK(messages.text(key) == key);
    }
}

TEST_CASE("the launcher gets the site's languages and labels, and may be loaded by everyone") {
    const http::StaticFiles& files = published_demo();
    const http::StaticFile& launcher = files.at("/embed.js");
    CHECK(
        launcher.bytes ==
        R"(f({"accent":"#0b5c6b","labels":{"en":{"close":"Close help","launcher":"Help","panel":"Help"},)"
        R"("es":{"close":"Cerrar la ayuda","launcher":"Ayuda","panel":"Ayuda"}},"languages":["es","en"],)"
        R"("nearest":[["en","en"],["es","es"]],"on":"#ffffff"}))");
    CHECK(launcher.cross_origin);
    CHECK_FALSE(launcher.immutable);
    CHECK(files.at("/inline.js").bytes == "// inline");
    CHECK(files.at("/inline.js").cross_origin);
    CHECK_FALSE(files.at("/inline.js").immutable);
}

TEST_CASE("a site whose rules hint or hide the launcher gets the launcher that knows how, and "
          "those rules") {
    site::Site site = site_in("assets/demo");
    const auto launcher_of = [&site] {
        return publish::publish(site, bundle(), cli::read_texts("assets"),
                                cli::read_synonym_packs("assets"), publish::Host::kAnyStatic)
            .files.at("/embed.js")
            .bytes;
    };
    site.rules = {{.pages = {"/legal/*"}, .suggest = {"no-internet"}}};
    CHECK(launcher_of() == published_demo().at("/embed.js").bytes);

    site::Rule hinting{.pages = {"/checkout/*"}, .languages = {"es"}, .after = 20};
    hinting.context["plan"] = {"pro"};
    hinting.hint = {{"en", "Questions?"}, {"es", "¿Dudas?"}};
    site.rules.push_back(hinting);
    site.rules.push_back({.pages = {}, .suggest = {"no-internet"}, .hidden = true});
    const std::string launcher = launcher_of();
    CHECK(launcher.starts_with("g({"));
    CHECK(launcher.contains(R"("close":"Close help","dismiss":"Dismiss this hint",)"));
    CHECK(launcher.ends_with(
        R"("rules":[{"after":20,"context":{"plan":["pro"]},"hint":{"es":"¿Dudas?"},"languages":["es"],)"
        R"("pages":["/checkout/*"]},{"hidden":true}]}))"));
}

TEST_CASE(
    "where our server answers, pages say what takes them over; on a static host nothing does") {
    const std::string served = published_demo().at("/es/").bytes;
    CHECK(served.find("<form data-key=\"search\"") != std::string::npos);
    CHECK(served.find(" id=\"app\"") != std::string::npos);
    const http::StaticFiles& files = demo_for_a_static_host();
    for (const auto& [path, file] : files) {
        INFO(path);
        CHECK(file.bytes.find(" id=\"app\"") == std::string::npos);
        CHECK(path.find("take-over") == std::string::npos);
    }
    // There the launcher searches and takes requests.
    CHECK(files.at("/es/").bytes.find("data-ventanilla-route=\"/es/\"") != std::string::npos);
    CHECK(files.at("/es/articulos/no-tengo-internet")
              .bytes.find("data-ventanilla-route=\"/es/contacto\">Escribir a una persona<") !=
          std::string::npos);
    CHECK(test::broken_links(files) == std::vector<std::string>());
}

TEST_CASE("WebAssembly runs where the app does, and only the site's own pages frame it") {
    const http::StaticFiles& files = published_demo();
    const std::string& panel = files.at("/widget/es/").content_security_policy;
    CHECK(panel.find("'wasm-unsafe-eval'") != std::string::npos);
    CHECK(files.at("/widget/es/").bytes.find("frame-ancestors") == std::string::npos);
    const std::string& portal = files.at("/es/").content_security_policy;
    CHECK(portal.find("'wasm-unsafe-eval'") != std::string::npos);
    const http::StaticFiles& without_server = demo_for_a_static_host();
    const std::string& plain = without_server.at("/es/").content_security_policy;
    CHECK(plain.find("wasm") == std::string::npos);
    for (const std::string& policy : {panel, portal, plain}) {
        CHECK(policy.find("frame-ancestors 'self' http://localhost:*") != std::string::npos);
        CHECK(policy.starts_with("default-src 'none'; "));
        const std::string trusted = policy == panel ? "ventanilla-worker" : "'none'";
        CHECK(policy.ends_with("require-trusted-types-for 'script'; trusted-types " + trusted));
        CHECK(policy.find("unsafe-inline") == std::string::npos);
    }
}

TEST_CASE("the service worker may fetch from its own origin, and nothing else") {
    const http::StaticFile& worker = published_demo().at("/widget/worker.js");
    CHECK(worker.bytes == "keep()");
    CHECK_FALSE(worker.immutable);
    CHECK(worker.content_security_policy == "default-src 'none'; connect-src 'self'");
}

TEST_CASE(
    "the canvas's page names its script, its module and its fonts, and loads no core beside them") {
    const http::StaticFiles& files = published_demo();
    const std::string& page = files.at("/widget/es/canvas/").bytes;
    const auto names = [&](const std::string& pattern) {
        return std::regex_search(page, std::regex(pattern));
    };
    const std::string module = only(files, R"re(/widget/ventanilla-canvas\.[0-9a-f]{12}\.wasm)re");
    CHECK(names("data-canvas=\"/widget/canvas\\.[0-9a-f]{12}\\.js\""));
    CHECK(names("data-canvas-core=\"" + module + "\""));
    CHECK(names(R"re(data-canvas-fonts="(/widget/font\.[0-9a-f]{12}\.ttf ?){4}")re"));
    CHECK(names("rel=\"preload\" as=\"fetch\" crossorigin=\"\" href=\"" + module + "\""));
    CHECK_FALSE(names(R"re(href="/widget/ventanilla-es\.[0-9a-f]{12}\.wasm")re"));
    CHECK(files.at("/widget/es/canvas/").content_security_policy ==
          files.at("/widget/es/").content_security_policy);
    CHECK(files.at("/widget/es/").bytes.find("canvas") == std::string::npos);
}

TEST_CASE(
    "a page loads the core of its own language, and a site has those of its languages alone") {
    const auto core_of = [](const http::StaticFiles& files, const std::string& page) {
        std::smatch core;
        const std::string& html = files.at(page).bytes;
        REQUIRE(std::regex_search(html, core, std::regex(R"re(data-core="([^"]+)")re")));
        return files.at(core[1]).bytes;
    };
    const http::StaticFiles& both = published_demo();
    CHECK(core_of(both, "/widget/es/") == "es wasm");
    CHECK(core_of(both, "/widget/en/") == "en wasm");
    CHECK(core_of(both, "/en/") == "en wasm");

    site::Site site = site_in("assets/demo");
    site.languages = {"es-MX", "el"};
    const http::StaticFiles others =
        publish::publish(site, bundle(), cli::read_texts("assets"),
                         cli::read_synonym_packs("assets"), publish::Host::kOurServer)
            .files;
    CHECK(core_of(others, "/widget/es-MX/") == "es wasm");
    CHECK_FALSE(core_of(others, "/widget/el/").empty());
    site.languages = {"es-MX"};
    const http::StaticFiles one =
        publish::publish(site, bundle(), cli::read_texts("assets"),
                         cli::read_synonym_packs("assets"), publish::Host::kOurServer)
            .files;
    CHECK(
        std::ranges::none_of(one, [](const auto& file) { return file.second.bytes == "en wasm"; }));
}

TEST_CASE("a catalog names the annex of the core of its language") {
    const http::StaticFiles& files = published_demo();
    for (const std::string language : {"es", "en"}) {
        const std::string& page = files.at("/widget/" + language + "/").bytes;
        std::smatch found;
        REQUIRE(std::regex_search(page, found, std::regex(R"re(data-catalog="([^"]+)")re")));
        const auto json = base::parse_json(files.at(found[1]).bytes);
        const auto catalog = site::catalog_from_json(json.value());
        REQUIRE(catalog.has_value());
        CHECK(files.at(catalog->annex).bytes == language + " annex");
        CHECK(files.at(catalog->annex).immutable);
        CHECK(page.find(catalog->annex) == std::string::npos);  // nobody loads it ahead
    }
}

TEST_CASE("the ordinary view answers for the canvas in a language whose letters it has not") {
    site::Site site = site_in("assets/demo");
    site.languages = {"el"};
    const http::StaticFiles files =
        publish::publish(site, bundle(), cli::read_texts("assets"),
                         cli::read_synonym_packs("assets"), publish::Host::kOurServer)
            .files;
    CHECK(files.at("/widget/el/canvas/").bytes == files.at("/widget/el/").bytes);
}

TEST_CASE("an origin that could begin another directive is left out of the panel's policy") {
    site::Site site = site_in("assets/demo");
    site.embed_origins = {"https://good.example", "https://bad.example; script-src *"};
    const http::StaticFiles files =
        publish::publish(site, bundle(), cli::read_texts("assets"),
                         cli::read_synonym_packs("assets"), publish::Host::kOurServer)
            .files;
    CHECK(files.at("/widget/es/")
              .content_security_policy.find("frame-ancestors 'self' https://good.example;") !=
          std::string::npos);
}

TEST_CASE("a host page takes the place of the home page at the root alone") {
    publish::Bundle with_page = bundle();
    with_page.host_page = {{"index.html", "<h1>A shop</h1>"}, {"page.css", "p{}"}};
    const http::StaticFiles files =
        publish::publish(site_in("assets/demo"), with_page, cli::read_texts("assets"),
                         cli::read_synonym_packs("assets"), publish::Host::kOurServer)
            .files;
    CHECK(files.at("/").bytes == "<h1>A shop</h1>");
    CHECK(files.at("/page/page.css").content_type == "text/css; charset=utf-8");
    CHECK(files.at("/es/").bytes.find("<h1>A shop") == std::string::npos);
}

TEST_CASE("without a host page the root is the default language's home") {
    const http::StaticFiles& files = published_demo();
    CHECK(files.at("/").bytes == files.at("/es/").bytes);
    CHECK(files.at("/404.html").bytes == files.at("/es/404.html").bytes);
}

TEST_CASE("our server has a page for each refusal, and a static host the one for 404") {
    const http::StaticFiles& served = published_demo();
    const http::StaticFiles& hosted = demo_for_a_static_host();
    for (const std::string language : {"es", "en"}) {
        for (const html::Refusal& refusal : html::kRefusals) {
            const std::string path =
                "/" + language + "/" + std::to_string(refusal.status) + ".html";
            INFO(path);
            CHECK(served.contains(path));
            CHECK(hosted.contains(path) == (refusal.status == 404));
        }
    }
}

TEST_CASE("a name that changes with its content is the only one that is kept for ever") {
    const std::regex hashed(R"re(.*\.[0-9a-f]{12}(\.[a-z0-9]+|/[0-9]+\.bin))re");
    for (const auto& [path, file] : published_demo()) {
        INFO(path);
        CHECK(file.immutable == std::regex_match(path, hashed));
        CHECK_FALSE(file.content_type.empty());
    }
}

TEST_CASE("a site without channels still offers its team's mailbox") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    const http::StaticFiles files =
        publish::publish(site_in(folder.path()), bundle(), cli::read_texts("assets"),
                         cli::read_synonym_packs("assets"), publish::Host::kOurServer)
            .files;
    CHECK(files.at("/es/").bytes.find("href=\"mailto:hola@example.com\"") != std::string::npos);
    CHECK(catalog_of(files, "es").channels.size() == 1);
    CHECK(test::broken_links(files) == std::vector<std::string>());
}

TEST_CASE("an author's texts stay texts on every page") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    const std::string attack = "<script>alert(1)</script>\\\" onload=alert(1) x=\\\"";
    test::write_file(folder.path() / "articles/es/wifi.md",
                     "---\nid: wifi\ntitle: \"" + attack + "\"\nslug: el-wifi\nsummary: \"" +
                         attack + "\"\nupdated: 2026-11-03\ncategory: \"" + attack +
                         "\"\n---\n\n`" + attack + "`\n");
    const http::StaticFiles files =
        publish::publish(site_in(folder.path()), bundle(), cli::read_texts("assets"),
                         cli::read_synonym_packs("assets"), publish::Host::kOurServer)
            .files;
    for (const std::string& path : test::pages(files)) {
        INFO(path);
        const std::string& page = files.at(path).bytes;
        CHECK(page.find("<script>") == std::string::npos);
        CHECK(page.find("\" onload") == std::string::npos);
    }
    CHECK(files.at("/es/articulos/el-wifi").bytes.find("&lt;script&gt;alert(1)&lt;/script&gt;") !=
          std::string::npos);
}

TEST_CASE("a video lies with its captions and its still, and its site's pages alone may play one") {
    CHECK(published_demo().at("/widget/es/").content_security_policy.find("media-src") ==
          std::string::npos);
    site::Site site = site_in("assets/demo");
    site.media["media/reset.mp4"] = "film";
    site.media["media/reset.jpg"] = "still";
    site.media["media/reset.es.vtt"] = "habla";
    site.media["media/reset.en.vtt"] = "speech";
    const auto publish_site = [&site] {
        return publish::publish(site, bundle(), cli::read_texts("assets"),
                                cli::read_synonym_packs("assets"), publish::Host::kAnyStatic)
            .files;
    };
    const http::StaticFiles files = publish_site();
    const auto video = std::ranges::find_if(
        files, [](const auto& file) { return file.first.ends_with("/video.mp4"); });
    REQUIRE(video != files.end());
    const std::string stem = video->first.substr(0, video->first.rfind('.'));
    CHECK(stem.starts_with("/media/reset."));
    CHECK(files.at(stem + ".mp4").content_type == "video/mp4");
    CHECK(files.at(stem + ".mp4").immutable);
    CHECK(files.at(stem + ".es.vtt").bytes == "habla");
    CHECK(files.at(stem + ".en.vtt").content_type == "text/vtt; charset=utf-8");
    CHECK(files.at(stem + ".jpg").bytes == "still");
    for (const char* page : {"/widget/es/", "/es/"}) {
        CHECK(files.at(page).content_security_policy.find("media-src 'self'; ") !=
              std::string::npos);
    }
    site.media["media/reset.es.vtt"] = "otra cosa";
    CHECK_FALSE(publish_site().contains(stem + ".mp4"));
}

// tests/cli/folders.h
//
// Folders that commands read and write: a small site to break, and an installation with stand-ins for the browser's
// files.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "core/text/language.h"

namespace ventanilla::test {

inline void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// share/ventanilla as it is installed: the repository's texts, synonyms and demo, and a few bytes for each browser file.
inline void make_share(const std::filesystem::path& share) {
    namespace fs = std::filesystem;
    fs::create_directories(share);
    fs::copy("assets/texts", share / "texts", fs::copy_options::recursive);
    fs::copy("assets/synonyms", share / "synonyms", fs::copy_options::recursive);
    fs::copy("assets/demo", share / "demo", fs::copy_options::recursive);
    write_file(share / "web/embed.js", "const site = \"__VENTANILLA_SITE__\";\n");
    write_file(share / "web/embed-rules.js", "const site = \"__VENTANILLA_SITE__\";\n");
    write_file(share / "web/inline.js", "// inline\n");
    write_file(share / "web/panel.js", "// panel\n");
    write_file(share / "web/panel.css", "main { color: black }\n");
    write_file(share / "web/worker.js", "keep();\n");
    write_file(share / "web/portal.css", "a { color: blue }\n");
    write_file(share / "web/portal.js", "// portal\n");
    write_file(share / "web/take-over.js", "// take-over\n");
    write_file(share / "web/idle.js", "// idle\n");
    write_file(share / "web/reading.js", "// reading\n");
    write_file(share / "web/reading.css", "dialog { color: black }\n");
    for (const text::Language* language : text::languages()) {
        for (const std::string name : {"ventanilla-", "annex-"}) {
            write_file(share / "web" / (name + std::string(language->tag) + ".wasm"),
                       std::string_view("\0asm\1\0\0\0", 8));
        }
    }
    write_file(share / "web/canvas.js", "// canvas\n");
    write_file(share / "web/ventanilla-canvas.wasm", std::string_view("\0asm\1\0\0\0", 8));
    for (const char* font : {"regular.ttf", "strong.ttf", "italic.ttf", "mono.ttf"}) {
        write_file(share / "web" / font, font);
    }
    write_file(share / "page/index.html", "<!doctype html><title>A shop</title>");
    write_file(share / "page/page.css", "p { margin: 0 }");
}

// A whole site of one article, without a guide.
inline void make_site(const std::filesystem::path& folder) {
    write_file(folder / "site.json", R"({
  "id": "small",
  "languages": ["es"],
  "name": { "es": "Pequeña & Hijos" },
  "team": { "email": "hola@example.com" },
  "popular": ["wifi"],
  "form": {
    "id": "contact",
    "fields": [
      { "id": "kind", "type": "choice", "required": true, "label": { "es": "Tipo" },
        "options": [{ "id": "query", "label": { "es": "Consulta" } }] },
      { "id": "email", "type": "email", "required": true, "label": { "es": "Correo" } }
    ]
  }
}
)");
    write_file(folder / "articles/es/wifi.md", "---\n"
                                               "id: wifi\n"
                                               "title: El wifi\n"
                                               "slug: el-wifi\n"
                                               "summary: Cómo va.\n"
                                               "updated: 2026-11-03\n"
                                               "---\n"
                                               "\n"
                                               "Reinicia. [Escríbenos](contact:).\n");
}

}  // namespace ventanilla::test

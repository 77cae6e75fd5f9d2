// tests/core/site/example.h
//
// A small site that is right: two languages, two articles, a guide, a picture.
#pragma once

#include <string>
#include <vector>

#include "core/site/site.h"

namespace ventanilla::site {

inline std::string article_text(const std::string& id, const std::string& slug,
                                const std::string& body, const std::string& more = "") {
    return "---\nid: " + id + "\ntitle: " + id + "\nslug: " + slug +
           "\nsummary: Resumen.\nupdated: 2026-10-05\n" + more + "---\n" + body + "\n";
}

inline Files example() {
    return {
        {"site.json", R"({
  "$schema": "schema/site.schema.json",
  "id": "faro",
  "languages": ["es", "en"],
  "name": {"es": "Faro", "en": "Faro"},
  "brand": {"accent": "#0b5c6b"},
  "team": {"email": "equipo@faro.example"},
  "embed": {"origins": ["https://www.faro.example"]},
  "channels": [
    {"kind": "telephone", "address": "+34900000000", "label": {"es": "Llamar", "en": "Call"},
     "hours": {"es": "De 8 a 22", "en": "8 to 22"}}
  ],
  "popular": ["no-internet"],
  "form": {
    "id": "contact",
    "fields": [
      {"id": "kind", "type": "choice", "required": true, "label": {"es": "Tema", "en": "Topic"},
       "options": [{"id": "fault", "label": {"es": "Avería", "en": "Fault"}}]},
      {"id": "since", "type": "date", "when": {"==": [{"var": "kind"}, "fault"]},
       "label": {"es": "Desde", "en": "Since"}},
      {"id": "email", "type": "email", "required": true, "label": {"es": "Correo", "en": "E-mail"}}
    ]
  }
}
)"},
        {"articles/es/a.md",
         article_text("no-internet", "sin-internet",
                      "Mira [las luces](article:lights) o [la guía](guide:no-internet).\n\n"
                      "![Router](media/router.svg)",
                      "related: [lights]\n")},
        {"articles/es/b.md", article_text("lights", "luces", "Texto.")},
        {"articles/en/a.md", article_text("no-internet", "no-internet", "Text.")},
        {"articles/en/b.md", article_text("lights", "lights", "Text.")},
        {"guides/no-internet.json", R"({
  "id": "no-internet",
  "version": 1,
  "start": "lights",
  "steps": {
    "lights": {"kind": "question", "choices": [{"id": "red", "next": "call"}, {"id": "green", "next": "solved"}]},
    "solved": {"kind": "outcome", "result": "solved"},
    "call": {"kind": "outcome", "result": "handoff", "values": {"kind": "fault", "since": "2026-10-05"}}
  }
}
)"},
        {"guides/no-internet.es.json", R"({
  "title": "No tengo internet",
  "summary": "Paso a paso.",
  "steps": {
    "lights": {"title": "¿Qué luces ves?", "body": "Mira [las luces](article:lights).",
               "choices": {"red": "Roja", "green": "Verde"}},
    "solved": {"title": "¡Listo!"},
    "call": {"title": "Escríbenos", "body": "Lo miramos."}
  }
}
)"},
        {"guides/no-internet.en.json", R"({
  "title": "No internet",
  "summary": "Step by step.",
  "steps": {
    "lights": {"title": "Which lights?", "choices": {"red": "Red", "green": "Green"}},
    "solved": {"title": "Done!"},
    "call": {"title": "Write to us"}
  }
}
)"},
        {"media/router.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"},
        {"README.md", "About."},
        {".gitignore", "dist"},
        {"schema/site.schema.json", "{}"},
    };
}

// "file:line rule" of each problem.
inline std::vector<std::string> problems(const Files& files) {
    std::vector<std::string> list;
    for (const base::Problem& problem : read_site(files).problems) {
        list.push_back(problem.place.file + ":" + std::to_string(problem.place.line) + " " +
                       problem.rule);
    }
    return list;
}

// The example with one text exchanged for another in one of its files.
inline Files with(const std::string& file, const std::string& from, const std::string& to) {
    Files files = example();
    std::string& text = files.at(file);
    const std::size_t at = text.find(from);
    text.replace(at, from.size(), to);  // throws, and so fails the test, where `from` is not there
    return files;
}

}  // namespace ventanilla::site

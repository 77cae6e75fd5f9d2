#include "core/article/front_matter.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/article/yaml_events.h"
#include "core/base/date.h"
#include "core/base/identifier.h"
#include "core/base/problem.h"

namespace ventanilla::article {
namespace {

constexpr std::size_t kMaxFrontMatter = 20'000;
constexpr std::size_t kMaxSlug = 100;
constexpr std::size_t kMaxTags = 50;
constexpr std::size_t kMaxRelated = 20;
constexpr int kMaxSkippedDepth = 8;
constexpr std::size_t kMaxChoices = 20;
constexpr std::size_t kMaxPins = 50;
constexpr std::string_view kKeys =
    "id, title, slug, summary, tags, category, audience, product, pins, updated and related";
constexpr std::array<std::string_view, 5> kRequired{"id", "title", "slug", "summary", "updated"};

// Where the text between the two lines "---" lies.
struct Fence {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t body = 0;
    bool found = false;
};

std::string_view line_at(std::string_view bytes, std::size_t at) {
    return bytes.substr(at, bytes.find('\n', at) - at);
}

bool is_fence(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \t\r");
    return last != std::string_view::npos && line.substr(0, last + 1) == "---";
}

Fence find_fence(std::string_view bytes) {
    Fence fence;
    std::string_view line = line_at(bytes, 0);
    if (!is_fence(line)) {
        return fence;
    }
    fence.begin = std::min(line.size() + 1, bytes.size());
    for (std::size_t at = fence.begin; at < bytes.size(); at += line.size() + 1) {
        line = line_at(bytes, at);
        if (is_fence(line)) {
            fence.end = at;
            fence.body = std::min(at + line.size() + 1, bytes.size());
            fence.found = true;
            return fence;
        }
    }
    return fence;
}

class FrontMatterReader {
public:
    FrontMatterReader(std::string_view yaml, Article& article, base::FileProblems& problems)
        : events_(yaml), article_(article), problems_(problems) {}

    void read() {
        if (read_mapping()) {
            for (const std::string_view key : kRequired) {
                if (!seen_.contains(key)) {
                    problems_.add({.line = 1, .column = 1}, "front-matter-missing",
                                  "The front matter lacks " + base::in_quotes(key) +
                                      "; add a line \"" + std::string(key) + ": ...\".");
                }
            }
        }
    }

private:
    // Places in the file: the YAML begins on its second line.
    static base::Position in_file(base::Position at) {
        return {.line = at.line + 1, .column = at.column};
    }
    base::Position here() const { return in_file(events_.at()); }

    bool next() {
        if (events_.next()) {
            return true;
        }
        problems_.add(
            in_file(events_.fault_at()), "front-matter-syntax",
            "The front matter is not YAML (" + std::string(events_.fault()) +
                "); put a value with \": \" or with a special first character in quotes.");
        return false;
    }

    bool refuse(std::string_view rule, std::string message) {
        problems_.add(here(), rule, std::move(message));
        return false;
    }

    // False if the YAML cannot be followed any further.
    bool read_mapping() {
        do {
            if (!next()) {
                return false;
            }
            if (events_.type() == YAML_STREAM_END_EVENT) {
                return true;
            }
        } while (events_.type() == YAML_STREAM_START_EVENT ||
                 events_.type() == YAML_DOCUMENT_START_EVENT);
        if (events_.type() != YAML_MAPPING_START_EVENT || events_.is_special()) {
            return refuse("front-matter-type",
                          "The front matter must be lines such as \"title: ...\".");
        }
        while (next()) {
            if (events_.type() == YAML_MAPPING_END_EVENT) {
                return read_end();
            }
            if (events_.type() != YAML_SCALAR_EVENT || events_.is_special()) {
                return refuse("front-matter-type", "A key such as \"title\" must stand here.");
            }
            if (!read_entry(events_.scalar())) {
                return false;
            }
        }
        return false;
    }

    bool read_end() {
        while (events_.type() != YAML_STREAM_END_EVENT) {
            if (!next()) {
                return false;
            }
            if (events_.type() == YAML_DOCUMENT_START_EVENT) {
                return refuse("front-matter-type",
                              "The front matter must be one YAML document; take this out.");
            }
        }
        return true;
    }

    bool read_entry(const std::string& key) {
        if (!seen_.insert(key).second) {
            refuse("front-matter-duplicate", "The key " + base::in_quotes(key) +
                                                 " stands here for the second time; take one out.");
        }
        if (key == "tags") {
            return read_list(key, article_.tags, nullptr, kMaxTags);
        }
        if (key == "related") {
            return read_list(key, article_.related, &article_.references, kMaxRelated);
        }
        if (key == "pins") {
            return read_list(key, article_.pins, nullptr, kMaxPins);
        }
        if (key == "audience") {
            return read_choices(key, article_.audience);
        }
        if (key == "product") {
            return read_choices(key, article_.product);
        }
        std::string* text = find_text(key);
        if (text == nullptr) {
            refuse("front-matter-unknown",
                   "The key " + base::in_quotes(key) +
                       " is not known; correct it or take it out. Known are " + std::string(kKeys) +
                       ".");
            return skip_value();
        }
        if (!next()) {
            return false;
        }
        if (events_.type() != YAML_SCALAR_EVENT || events_.is_special()) {
            return refuse("front-matter-type",
                          "The value of " + base::in_quotes(key) + " must be one text.");
        }
        *text = events_.scalar();
        check_text(key, *text);
        return true;
    }

    std::string* find_text(std::string_view key) {
        const std::array<std::pair<std::string_view, std::string*>, 6> texts{{
            {"id", &article_.id},
            {"title", &article_.title},
            {"slug", &article_.slug},
            {"summary", &article_.summary},
            {"category", &article_.category},
            {"updated", &article_.updated},
        }};
        const auto* found =
            std::ranges::find(texts, key, &std::pair<std::string_view, std::string*>::first);
        return found == texts.end() ? nullptr : found->second;
    }

    bool is_blank(std::string_view value) const {
        return value.find_first_not_of(" \t\r\n") == std::string_view::npos ||
               (events_.is_plain() && (value == "~" || value == "null"));
    }

    void check_text(const std::string& key, std::string_view value) {
        if (is_blank(value)) {
            refuse("front-matter-empty",
                   "The value of " + base::in_quotes(key) + " is empty; fill it in.");
        } else if (key == "id") {
            article_.id_at = here();
            if (!base::is_identifier(value)) {
                refuse("id-format",
                       "An article's id may hold only a-z, 0-9 and \"-\", at most 64 of them; " +
                           base::in_quotes(value) + " does not.");
            }
        } else if (key == "slug") {
            article_.slug_at = here();
            if (!base::is_identifier(value, kMaxSlug)) {
                refuse("front-matter-slug",
                       "A slug may hold only a-z, 0-9 and \"-\", at most 100 of them; " +
                           base::in_quotes(value) + " does not.");
            }
        } else if (key == "updated" && !base::is_calendar_date(value)) {
            refuse("front-matter-date",
                   "\"updated\" must be a day that exists, as in 2026-10-05; " +
                       base::in_quotes(value) + " is none.");
        } else if (value.find('\n') != std::string_view::npos) {
            refuse("front-matter-type",
                   "The value of " + base::in_quotes(key) + " must be one line.");
        }
    }

    // One text, or a list of them.
    bool read_choices(const std::string& key, std::vector<std::string>& list) {
        if (!next()) {
            return false;
        }
        if (events_.type() != YAML_SCALAR_EVENT || events_.is_special()) {
            return read_items(key, list, nullptr, kMaxChoices);
        }
        list.push_back(events_.scalar());
        check_text(key, list.back());
        return true;
    }

    bool read_list(const std::string& key, std::vector<std::string>& list,
                   std::vector<Reference>* references, std::size_t most) {
        return next() && read_items(key, list, references, most);
    }

    // The value that has begun.
    bool read_items(const std::string& key, std::vector<std::string>& list,
                    std::vector<Reference>* references, std::size_t most) {
        if (events_.type() != YAML_SEQUENCE_START_EVENT || events_.is_special()) {
            return refuse("front-matter-type", "The value of " + base::in_quotes(key) +
                                                   " must be a list, as in " + key +
                                                   ": [one, two].");
        }
        while (next()) {
            if (events_.type() == YAML_SEQUENCE_END_EVENT) {
                return true;
            }
            if (events_.type() != YAML_SCALAR_EVENT || events_.is_special()) {
                return refuse("front-matter-type",
                              "The list of " + base::in_quotes(key) + " must hold texts alone.");
            }
            if (list.size() == most) {
                return refuse("front-matter-size", "The list of " + base::in_quotes(key) +
                                                       " holds at most " + std::to_string(most) +
                                                       ".");
            }
            std::string value = events_.scalar();
            if (is_blank(value)) {
                refuse("front-matter-empty",
                       "The list of " + base::in_quotes(key) + " has an empty entry; take it out.");
            }
            if (references != nullptr) {
                references->push_back({"article:" + value, here()});
            }
            list.push_back(std::move(value));
        }
        return false;
    }

    // Passes over the value of a key that is not known.
    bool skip_value() {
        int depth = 0;
        do {
            if (!next()) {
                return false;
            }
            const yaml_event_type_t type = events_.type();
            depth += type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT ? 1 : 0;
            if (depth > kMaxSkippedDepth) {
                return refuse("front-matter-type",
                              "The front matter must not be nested; take this out.");
            }
            depth -= type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT ? 1 : 0;
        } while (depth > 0);
        return true;
    }

    YamlEvents events_;
    Article& article_;
    base::FileProblems& problems_;
    std::set<std::string, std::less<>> seen_;
};

}  // namespace

std::size_t read_front_matter(std::string_view bytes, Article& article,
                              base::FileProblems& problems) {
    const Fence fence = find_fence(bytes);
    if (!fence.found) {
        problems.add({.line = 1, .column = 1}, "front-matter-missing",
                     "An article begins with front matter between two lines \"---\", the first of "
                     "them on line 1.");
        return bytes.size();
    }
    if (fence.end - fence.begin > kMaxFrontMatter) {
        problems.add({.line = 1, .column = 1}, "front-matter-size",
                     "The front matter is longer than 20,000 bytes; shorten it.");
        return fence.body;
    }
    FrontMatterReader(bytes.substr(fence.begin, fence.end - fence.begin), article, problems).read();
    return fence.body;
}

}  // namespace ventanilla::article

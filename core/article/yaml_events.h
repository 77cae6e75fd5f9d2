// core/article/yaml_events.h
//
// libyaml's parser as a source of events that frees what it gives out.
#pragma once

#include <yaml.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/position.h"

namespace ventanilla::article {

class YamlEvents {
public:
    // `text` must outlive the events.
    explicit YamlEvents(std::string_view text);
    ~YamlEvents();
    YamlEvents(const YamlEvents&) = delete;
    YamlEvents& operator=(const YamlEvents&) = delete;

    // Moves to the next event; false if the text is no YAML, which fault() then explains.
    bool next();

    [[nodiscard]] yaml_event_type_t type() const { return event_.type; }
    [[nodiscard]] std::string scalar() const;  // of YAML_SCALAR_EVENT
    [[nodiscard]] bool is_plain() const;       // a scalar without quotes
    // True if the value has an anchor or a tag, or is an alias: YAML that front matter does not take.
    [[nodiscard]] bool is_special() const;
    [[nodiscard]] base::Position at() const;  // in `text`

    [[nodiscard]] std::string_view fault() const;
    [[nodiscard]] base::Position fault_at() const;

private:
    void free_event();

    std::string_view text_;
    yaml_parser_t parser_{};
    yaml_event_t event_{};
    bool ready_ = false;
    bool has_event_ = false;
};

}  // namespace ventanilla::article

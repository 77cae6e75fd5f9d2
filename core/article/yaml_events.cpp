#include "core/article/yaml_events.h"

#include "core/text/utf8.h"

namespace ventanilla::article {
namespace {

// libyaml counts characters, and takes a lone '\r' or U+2028 for the end of a line; editors do not.
base::Position position_of(std::string_view text, const yaml_mark_t& mark) {
    std::size_t offset = 0;
    for (std::size_t i = 0; i < mark.index && offset < text.size(); ++i) {
        text::decode(text, offset);
    }
    return base::position_at(text, offset);
}

}  // namespace

YamlEvents::YamlEvents(std::string_view text)
    : text_(text), ready_(yaml_parser_initialize(&parser_) != 0) {
    if (ready_) {
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text_.data()),
                                     text_.size());
    }
}

YamlEvents::~YamlEvents() {
    free_event();
    if (ready_) {
        yaml_parser_delete(&parser_);
    }
}

void YamlEvents::free_event() {
    if (has_event_) {
        yaml_event_delete(&event_);
        has_event_ = false;
    }
}

bool YamlEvents::next() {
    free_event();
    has_event_ = ready_ && yaml_parser_parse(&parser_, &event_) != 0;
    return has_event_;
}

std::string YamlEvents::scalar() const {
    return {reinterpret_cast<const char*>(event_.data.scalar.value), event_.data.scalar.length};
}

bool YamlEvents::is_plain() const {
    return event_.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

bool YamlEvents::is_special() const {
    switch (event_.type) {
    case YAML_ALIAS_EVENT:
        return true;
    case YAML_SCALAR_EVENT:
        return event_.data.scalar.anchor != nullptr || event_.data.scalar.tag != nullptr;
    case YAML_SEQUENCE_START_EVENT:
        return event_.data.sequence_start.anchor != nullptr ||
               event_.data.sequence_start.tag != nullptr;
    case YAML_MAPPING_START_EVENT:
        return event_.data.mapping_start.anchor != nullptr ||
               event_.data.mapping_start.tag != nullptr;
    default:
        return false;
    }
}

base::Position YamlEvents::at() const {
    return position_of(text_, event_.start_mark);
}

std::string_view YamlEvents::fault() const {
    return parser_.problem != nullptr ? parser_.problem : "it cannot be read";
}

base::Position YamlEvents::fault_at() const {
    // The reader knows the byte, the scanner and the parser know the mark.
    return parser_.error == YAML_READER_ERROR ? base::position_at(text_, parser_.problem_offset)
                                              : position_of(text_, parser_.problem_mark);
}

}  // namespace ventanilla::article

// tests/core/guide/example.h
//
// A small guide with a way back, two outcomes and a handoff.
#pragma once

#include "core/base/json.h"
#include "core/guide/guide.h"

namespace ventanilla::guide {

inline base::Json example_json() {
    return base::parse_json(R"({
        "id": "no-internet", "version": 3, "start": "lights",
        "steps": {
            "lights": {"kind": "question", "choices": [
                {"id": "off", "next": "plug"}, {"id": "red", "next": "restart"}, {"id": "green", "next": "wifi"}]},
            "plug": {"kind": "instruction", "choices": [{"id": "done", "next": "lights"}]},
            "restart": {"kind": "instruction", "choices": [
                {"id": "works", "next": "solved"}, {"id": "same", "next": "call-us"}]},
            "wifi": {"kind": "question", "choices": [{"id": "far", "next": "restart"}]},
            "solved": {"kind": "outcome", "result": "solved"},
            "call-us": {"kind": "outcome", "result": "handoff", "values": {"kind": "fault"}}
        }})")
        .value();
}

inline Guide example() {
    return read_guide(example_json()).value();
}

}  // namespace ventanilla::guide

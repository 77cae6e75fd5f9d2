// tests/fuzz/require.h
//
// What a fuzz target promises about every input; broken, it ends the program where a fuzzer sees it.
#pragma once

#include <cstdio>
#include <cstdlib>

#define REQUIRE(condition) ((condition) ? void() : require_failed(#condition, __FILE__, __LINE__))

[[noreturn]] inline void require_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    std::abort();
}

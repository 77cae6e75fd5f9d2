#include "core/text/stem.h"

#include <runtime/api.h>
#include <stemmers/stem_UTF_8_english.h>
#include <stemmers/stem_UTF_8_spanish.h>

namespace ventanilla::text {
namespace {

struct Algorithm {
    std::string_view language;
    SN_env* (*create)();
    void (*close)(SN_env*);
    int (*stem)(SN_env*);
};

constexpr Algorithm kAlgorithms[] = {
    {"en", english_UTF_8_create_env, english_UTF_8_close_env, english_UTF_8_stem},
    {"es", spanish_UTF_8_create_env, spanish_UTF_8_close_env, spanish_UTF_8_stem},
};

const Algorithm* algorithm_of(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    for (const Algorithm& algorithm : kAlgorithms) {
        if (algorithm.language == primary) {
            return &algorithm;
        }
    }
    return nullptr;
}

}  // namespace

struct Stemmer::State {
    SN_env* env;
    int (*stem)(SN_env*);
    void (*close)(SN_env*);

    State(SN_env* e, int (*s)(SN_env*), void (*c)(SN_env*)) : env(e), stem(s), close(c) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { close(env); }
};

Stemmer::Stemmer(std::string_view language) {
    if (const Algorithm* algorithm = algorithm_of(language)) {
        if (SN_env* env = algorithm->create()) {
            state_ = std::make_unique<State>(env, algorithm->stem, algorithm->close);
        }
    }
}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view word) {
    if (!state_) {
        return std::string(word);
    }
    SN_env* env = state_->env;
    const auto* bytes = reinterpret_cast<const symbol*>(word.data());
    if (SN_set_current(env, static_cast<int>(word.size()), bytes) < 0 || state_->stem(env) < 0) {
        return std::string(word);
    }
    return std::string(reinterpret_cast<const char*>(env->p), static_cast<std::size_t>(env->l));
}

}  // namespace ventanilla::text

#include "core/text/stem.h"

#include <runtime/api.h>

#include "core/text/language.h"

namespace ventanilla::text {

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
    const Language* known = find_language(language);
    if (known != nullptr && known->stemmer.create != nullptr) {
        if (SN_env* env = known->stemmer.create()) {
            state_ = std::make_unique<State>(env, known->stemmer.stem, known->stemmer.close);
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

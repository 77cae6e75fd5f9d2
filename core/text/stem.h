// core/text/stem.h
//
// Stems words by Snowball's algorithms (snowballstem.org), so that "facturas" finds "factura". Which languages there
// are: core/text/language.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace ventanilla::text {

class Stemmer {
public:
    // BCP 47; the region is ignored. A language without a stemmer gives words back as they are.
    explicit Stemmer(std::string_view language);
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;

    // `word` in lower case, accents kept. Not safe from two threads at once.
    std::string stem(std::string_view word);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ventanilla::text

// core/text/base_forms.h
//
// Collects the words that another may be a form of, for core/text/languages/: none twice, not the word itself, none too
// short to be a word that a text is about, and no more than are worth looking up.
//
//   BaseForms forms("facturita");
//   forms.add("factura");
//   std::move(forms).take()   {"factura"}
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/language.h"

namespace ventanilla::text {

class BaseForms {
public:
    explicit BaseForms(std::string_view word) : word_(word) {}

    void add(std::string form) {
        constexpr std::size_t kShortest = 3;  // bytes
        bool is_new = form != word_;
        for (const std::string& other : forms_) {
            is_new = is_new && other != form;
        }
        if (is_new && form.size() >= kShortest && forms_.size() < kMostBaseForms) {
            forms_.push_back(std::move(form));
        }
    }

    // `root` with each of the endings.
    void add(std::string_view root, std::initializer_list<std::string_view> endings) {
        for (const std::string_view ending : endings) {
            add(std::string(root).append(ending));
        }
    }

    std::vector<std::string> take() && { return std::move(forms_); }

private:
    std::string_view word_;
    std::vector<std::string> forms_;
};

// Takes the first of the endings off that `word` has; false if it has none.
inline bool cut(std::string_view& word, std::initializer_list<std::string_view> endings) {
    for (const std::string_view ending : endings) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            return true;
        }
    }
    return false;
}

}  // namespace ventanilla::text

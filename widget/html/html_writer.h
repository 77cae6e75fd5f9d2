// widget/html/html_writer.h
//
// Writes HTML in which nothing that an author or a customer typed can become markup: names of
// elements and attributes are constants checked while compiling, everything else is escaped, and
// addresses are a type of their own. There is no way to hand in markup.
//
//   HtmlWriter html;
//   {
//       auto main = html.element("main", {{"id", "content"}});
//       html.leaf("h1", article.title);
//       html.leaf("a", {{"href", Address(article.address)}}, article.title);
//   }
//   std::string page = std::move(html).finish();
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ventanilla::html {

namespace detail {

// Reached while compiling when a name below is refused: that is the error.
void not_allowed_in_html();

consteval bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    for (const std::string_view other : names) {
        if (name == other) {
            return true;
        }
    }
    return false;
}

}  // namespace detail

// An element with content. Scripts have a function of their own; styles stand in files.
class TagName {
public:
    consteval TagName(const char* name) : name_(name) {
        if (detail::is_one_of(
                name_, {"script", "style", "br", "hr", "img", "input", "link", "meta", "track"})) {
            detail::not_allowed_in_html();
        }
    }
    [[nodiscard]] std::string_view text() const { return name_; }

private:
    std::string_view name_;
};

// An element without content and without an end tag.
class VoidName {
public:
    consteval VoidName(const char* name) : name_(name) {
        if (!detail::is_one_of(name_, {"br", "hr", "img", "input", "link", "meta", "track"})) {
            detail::not_allowed_in_html();
        }
    }
    [[nodiscard]] std::string_view text() const { return name_; }

private:
    std::string_view name_;
};

// An attribute whose value is a text: no addresses, no scripts, no styles.
class AttributeName {
public:
    consteval AttributeName(const char* name) : name_(name) {
        if (detail::is_one_of(name_, {"href", "src", "srcset", "srcdoc", "poster", "action",
                                      "formaction", "style"}) ||
            name_.starts_with("on")) {
            detail::not_allowed_in_html();
        }
    }
    [[nodiscard]] std::string_view text() const { return name_; }

private:
    std::string_view name_;
};

// An attribute whose value is an address.
class AddressName {
public:
    consteval AddressName(const char* name) : name_(name) {
        if (!detail::is_one_of(name_, {"href", "src", "poster", "action", "formaction"})) {
            detail::not_allowed_in_html();
        }
    }
    [[nodiscard]] std::string_view text() const { return name_; }

private:
    std::string_view name_;
};

// A path on the help origin ("/es/"), a place on the page ("#step-lights"), or https:, mailto: and
// tel:. Whatever else is handed in (javascript:, data:, "//elsewhere.example", control characters)
// is refused: it becomes "#".
class Address {
public:
    explicit Address(std::string_view address);
    [[nodiscard]] bool refused() const { return refused_; }
    // Leads to another origin.
    [[nodiscard]] bool leaves() const { return !refused_ && address_.starts_with("http"); }
    [[nodiscard]] const std::string& text() const { return address_; }

private:
    std::string address_;
    bool refused_ = false;
};

struct Attribute {
    Attribute(AttributeName attribute, std::string_view content)
        : name(attribute.text()), value(content) {}
    Attribute(AddressName attribute, const Address& address)
        : name(attribute.text()), value(address.text()) {}

    std::string_view name;
    std::string value;
};
using Attributes = std::vector<Attribute>;

// One more of them. Functions, so that names are checked while compiling here too.
inline void add(Attributes& attributes, AttributeName name, std::string_view value) {
    attributes.emplace_back(name, value);
}
inline void add(Attributes& attributes, AddressName name, const Address& address) {
    attributes.emplace_back(name, address);
}

class HtmlWriter {
public:
    // Closes its element when it goes out of scope; must not outlive the writer.
    class [[nodiscard]] Element {
    public:
        Element(HtmlWriter& writer, TagName name) : writer_(writer), name_(name) {}
        Element(const Element&) = delete;
        Element& operator=(const Element&) = delete;
        ~Element() { writer_.close(name_); }

    private:
        HtmlWriter& writer_;
        TagName name_;
    };

    void doctype() { html_ += "<!doctype html>\n"; }
    Element element(TagName name, const Attributes& attributes = {});
    // An element that holds a text and nothing else.
    void leaf(TagName name, const Attributes& attributes, std::string_view text);
    void leaf(TagName name, std::string_view text) { leaf(name, {}, text); }
    void empty(VoidName name, const Attributes& attributes = {});
    // A script from a file; there is no other kind.
    void script(const Address& source, const Attributes& attributes);
    // Bytes that are not UTF-8 and control characters become U+FFFD.
    void text(std::string_view text);

    [[nodiscard]] std::string finish() && { return std::move(html_); }

private:
    void write(const Attribute& attribute);
    void start(std::string_view name, const Attributes& attributes);
    void close(TagName name);

    std::string html_;
};

}  // namespace ventanilla::html

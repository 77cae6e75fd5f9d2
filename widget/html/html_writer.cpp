#include "widget/html/html_writer.h"

#include <algorithm>
#include <iterator>

#include "core/text/utf8.h"

namespace ventanilla::html {
namespace {

// Browsers drop tabs and line ends inside an address and read '\' as '/': "/\t/elsewhere.example"
// would leave.
bool has_treacherous_character(std::string_view address) {
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F || c == '\\') {
            return true;
        }
    }
    return false;
}

bool is_allowed(std::string_view address) {
    if (address.empty() || has_treacherous_character(address)) {
        return false;
    }
    if (address.front() == '/') {
        return !address.starts_with("//");
    }
    return address.front() == '#' || address.starts_with("https://") ||
           address.starts_with("http://") || address.starts_with("mailto:") ||
           address.starts_with("tel:");
}

bool is_control(char32_t code_point) {
    const bool space = code_point == '\t' || code_point == '\n' || code_point == '\r';
    return (code_point < 0x20 && !space) || (code_point >= 0x7F && code_point < 0xA0);
}

// A line of its own in the source, where a line end is no space that is seen.
bool is_block(std::string_view name) {
    constexpr std::string_view kBlocks[] = {"article", "aside", "body",  "footer", "h1",      "h2",
                                            "h3",      "h4",    "head",  "header", "html",    "li",
                                            "link",    "main",  "meta",  "nav",    "section", "ol",
                                            "table",   "tr",    "title", "p",      "ul"};
    return std::ranges::find(kBlocks, name) != std::end(kBlocks);
}

// As it stands between tags and in attributes, which the writer puts in double quotes.
std::string escape(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code_point = text::decode(text, at);
        switch (code_point) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            text::append(escaped, is_control(code_point) ? U'\uFFFD' : code_point);
        }
    }
    return escaped;
}

}  // namespace

void detail::not_allowed_in_html() {}

Address::Address(std::string_view address) : address_(address), refused_(!is_allowed(address)) {
    if (refused_) {
        address_ = "#";
    }
}

void HtmlWriter::write(const Attribute& attribute) {
    html_ += ' ';
    html_ += attribute.name;
    html_ += "=\"";
    html_ += escape(attribute.value);
    html_ += '"';
}

void HtmlWriter::start(std::string_view name, const Attributes& attributes) {
    html_ += '<';
    html_ += name;
    for (const Attribute& attribute : attributes) {
        write(attribute);
    }
    html_ += '>';
}

void HtmlWriter::close(TagName name) {
    html_ += "</";
    html_ += name.text();
    html_ += '>';
    if (is_block(name.text())) {
        html_ += '\n';
    }
}

HtmlWriter::Element HtmlWriter::element(TagName name, const Attributes& attributes) {
    start(name.text(), attributes);
    return Element(*this, name);
}

void HtmlWriter::leaf(TagName name, const Attributes& attributes, std::string_view text) {
    const auto element = this->element(name, attributes);
    this->text(text);
}

void HtmlWriter::empty(VoidName name, const Attributes& attributes) {
    start(name.text(), attributes);
    if (is_block(name.text())) {
        html_ += '\n';
    }
}

void HtmlWriter::script(const Address& source, const Attributes& attributes) {
    html_ += "<script";
    write({"src", source});
    for (const Attribute& attribute : attributes) {
        write(attribute);
    }
    html_ += "></script>\n";
}

void HtmlWriter::text(std::string_view text) {
    html_ += escape(text);
}

}  // namespace ventanilla::html

#include "cli/publish/pseudo.h"

#include <catch2/catch_test_macros.hpp>

#include "cli/checked_site.h"
#include "cli/share_folder.h"
#include "tests/cli/console.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;

TEST_CASE(
    "a pseudo-language's text is accented, longer and in brackets, and can still be filled in") {
    CHECK(publish::pseudo("Hola") == "⟦ĥóļá ··⟧");
    CHECK(publish::pseudo("¿Sí?") == "⟦¿ší? ··⟧");
    CHECK(publish::pseudo("Nada de {query}") == "⟦ñáðá ðé {query} ··· ·⟧");
}

TEST_CASE("a site in a pseudo-language has every text in it but the words of addresses") {
    const cli::CheckedSite demo = cli::check_site("assets/demo", cli::read_texts("assets"));
    REQUIRE(demo.site);
    const publish::Texts texts = cli::texts_of(demo, cli::Speech::kPseudo);
    for (const std::string& language : demo.site->languages) {
        CHECK(texts.is_right_to_left(language));
        const text::Messages plain = demo.texts.messages(language);
        const text::Messages messages = texts.messages(language);
        REQUIRE(messages.entries().size() == plain.entries().size());
        for (const auto& [key, text] : messages.entries()) {
            INFO(key);
            CHECK((key.starts_with("path.") ? text == plain.text(key)
                                            : text.starts_with("⟦") && text.ends_with("⟧")));
        }
    }
}

TEST_CASE("pages are written from the right where their language is, and in the pseudo-language") {
    test::TemporaryFolder folder;
    test::make_site(folder.path() / "site");
    test::make_share(folder.path() / "share");
    const auto built = [&](std::vector<std::string> words) {
        const auto out = folder.path() / "out";
        words.insert(words.begin(),
                     {"build", (folder.path() / "site").string(), "--out", out.string()});
        const test::Run result = test::run(folder.path() / "share", words);
        INFO(result.log);
        REQUIRE(result.code == 0);
        return test::read_file(out / "es/index.html") +
               test::read_file(out / "widget/es/index.html");
    };
    const std::string plain = built({});
    CHECK(plain.find("dir=") == std::string::npos);
    const std::string pseudo = built({"--pseudo"});
    const std::string root = "<html lang=\"es\" dir=\"rtl\">";
    CHECK(pseudo.find(root) != pseudo.rfind(root));
    CHECK(pseudo.find("⟦¿éñ ǫúé") != std::string::npos);

    const publish::Texts texts = cli::read_texts("assets");
    CHECK(texts.is_right_to_left("ar-EG"));
    CHECK(texts.is_right_to_left("he"));
    CHECK_FALSE(texts.is_right_to_left("es"));
    CHECK_FALSE(texts.is_right_to_left("arn"));
}

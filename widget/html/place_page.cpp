#include "widget/html/page_frame.h"
#include "widget/html/pages.h"
#include "widget/html/screen_page.h"

namespace ventanilla::html {

std::string place_page(const Portal& portal, const Translations& translations,
                       const PlaceContent& content) {
    const ScreenForms forms = forms_of_file(portal, content.screen);
    return screen_page(portal, translations,
                       {.drawn = {.screen = content.screen, .forms = forms},
                        .address = content.address,
                        .is_indexed = true});
}

}  // namespace ventanilla::html

#include <stemmers/stem_UTF_8_english.h>

#include "core/text/language.h"

namespace ventanilla::text {

const Language& en_language() {
    static constexpr Language kLanguage{
        .tag = "en",
        .stemmer = {english_UTF_8_create_env, english_UTF_8_close_env, english_UTF_8_stem},
        .stop_words =
            " a about after all also am an and any are as at be because been before being but by"
            " can cannot cant could did do does doesnt doing dont each for from get getting had has"
            " have having he hello help her here hi him his how i id if im in into is it its ive"
            " just know like many me more most much must my need no nor not now of on once only or"
            " other our out over own please same she should so some such tell than thanks that"
            " thats the their them then there these they this those through to too under until up"
            " very want was way we were what whats when where which while who whom why will with"
            " within without wont would you your yours ",
        .frame_words = " best find looking problem problems question see show solve trouble try "
                       "trying use ways"
                       " work works ",
        .link_words = " article articles click details explained following go guide guides info"
                      " information instructions learn link links next page pages read reading"
                      " section steps tap topic view visit ",
    };
    return kLanguage;
}

}  // namespace ventanilla::text

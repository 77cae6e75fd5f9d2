// Writes the tour down for the browser, a line of JSON for each screen: the screen as the bridge sends it, the HTML
// view's markup of it, and what the canvas has drawn of it.
//
//   ventanilla_record_tour es
#include <iostream>

#include "tests/parity/recording.h"
#include "tests/parity/tour.h"

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: ventanilla_record_tour LANGUAGE\n";
        return 2;
    }
    const std::string language = arguments[1];
    for (const ventanilla::test::Stop& stop : ventanilla::test::tour(language)) {
        std::cout << ventanilla::test::recording_of(stop, language) << '\n';
    }
    return 0;
}

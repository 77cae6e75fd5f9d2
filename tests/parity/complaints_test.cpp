// What customers write to the demo's company, and which of its articles may spare them the rest.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/parity/whole_site.h"
#include "widget/app/screen.h"

using namespace ventanilla;
using app::Node;
using app::NodeKind;

namespace {

struct Complaint {
    const char* language;
    const char* text;
    const char* article = nullptr;
};

using Ids = std::vector<std::string>;

test::Host at_form(const std::string& language) {
    return test::Host({}, language == "es" ? "/es/contacto" : "/en/contact",
                      test::whole_site(language).origin);
}

// As the search has them, best first.
Ids suggested(test::Host& host) {
    Ids ids;
    if (const Node* list = host.find(NodeKind::kList, "suggestions.list")) {
        for (const Node& item : list->children) {
            ids.push_back(item.key.substr(item.key.find('.') + 1));
        }
    }
    return ids;
}

Ids suggested_to(const Complaint& complaint) {
    test::Host host = at_form(complaint.language);
    host.fill("message", complaint.text);
    return suggested(host);
}

constexpr Complaint kOfSomething[] = {
    {"es", "Hola, buenos días. Llevo tres días sin internet y nadie me lo arregla.", "no-internet"},
    {"es", "no tengo interent en casa ", "no-internet"},
    {"es", "la factura ha subido 12 euros sin avisar ", "bill-higher-than-usual"},
    {"es", "El wifi va muy lento en el dormitorio y en el salón va bien.", "slow-wifi"},
    {"es", "No puedo entrar en mi área de cliente porque he olvidado la contraseña.",
     "forgot-password"},
    {"es", "Me ha llegado un cargo en el banco que no reconozco, de 23 euros.",
     "unrecognised-charge"},
    {"es", "Quiero darme de baja, ¿qué tengo que hacer para cancelar el contrato?",
     "cancel-contract"},
    {"es", "Estuve toda la mañana esperando al técnico y no vino nadie a la cita.",
     "technician-missed-appointment"},
    {"es", "El mando de la tele no responde aunque he cambiado las pilas.", "tv-remote"},
    {"es", "Me mudo el mes que viene y quiero llevarme la fibra al piso nuevo.", "moving-house"},
    {"es", "Me han robado el móvil en el metro y necesito bloquear la tarjeta SIM.",
     "sim-lost-stolen"},
    {"es", "Viajo a Marruecos la semana que viene, ¿cuánto cuesta usar el móvil allí?", "roaming"},
    {"es", "La conexión va y viene todo el rato, se corta cada diez minutos.", "connection-drops"},
    {"es", "Mi padre ha fallecido y hay que cambiar el titular del contrato.", "change-holder"},
    {"es", "El teléfono fijo no da tono desde el lunes.", "landline-no-tone"},
    {"es", "Se me pasó pagar la factura de octubre y me habéis cortado la línea.", "unpaid-bill"},
    {"en", "Hello, I have had no internet for three days and nobody does anything about it.",
     "no-internet"},
    {"en", "there is no internet conection at home ", "no-internet"},
    {"en", "My bill is much higher this month than it usually is and I don't know why.",
     "bill-higher-than-usual"},
    {"en", "There is a red light blinking on the router, what does it mean?", "router-lights"},
    {"en", "I can't log in to my account because I forgot my password.", "forgot-password"},
    {"en", "There is a charge on my bank statement that I do not recognise, 23 euros.",
     "unrecognised-charge"},
    {"en", "I waited all morning for the technician and nobody came to the appointment.",
     "technician-missed-appointment"},
    {"en", "The TV remote does not respond even with new batteries.", "tv-remote"},
    {"en", "I am moving house next month and want to take my fibre with me.", "moving-house"},
    {"en", "My phone was stolen on the underground and I need to block the SIM card.",
     "sim-lost-stolen"},
    {"en", "How do I return the router now that I have cancelled?", "return-equipment"},
    {"en", "The landline has had no dial tone since Monday.", "landline-no-tone"},
    {"en", "The dog bit the fibre cable and it is broken.", "fibre-cable-damaged"},
};

constexpr Complaint kOfNothing[] = {
    {"es", "Quería felicitar a la chica que me atendió ayer por teléfono, fue muy amable."},
    {"es", "¿Tenéis alguna oficina o tienda en Valencia?"},
    {"es", "Me gustaría trabajar con vosotros, ¿dónde puedo mandar el currículum?"},
    {"es", "Buenos días, espero que podáis ayudarme con un problema que tengo."},
    {"es", "Hola, necesito que me llaméis por favor esta tarde a partir de las cinco."},
    {"es", "Soy presidente de una asociación de vecinos y busco patrocinador para las fiestas."},
    {"es", "El operador que me atendió fue maleducado y me colgó."},
    {"es", "Os escribí hace una semana y todavía no me ha contestado nadie."},
    {"es", "No estoy contento con el servicio que me dais."},
    {"en", "I wanted to thank the girl who helped me yesterday on the phone, she was very kind."},
    {"en", "Do you have an office or a shop in Valencia where I can go in person?"},
    {"en", "I would like to work for you, where can I send my CV?"},
    {"en", "Good morning, I hope you can help me with a problem that I have."},
    {"en", "Hello, please call me this afternoon any time after five."},
    {"en", "The operator who took my call was rude and hung up on me."},
    {"en", "I wrote to you a week ago and nobody has answered yet."},
    {"en", "I am not happy with the service you give me."},
    {"en", "asdf asdf asdf asdf "},
};

}  // namespace

TEST_CASE("what a customer complains of suggests the article about it") {
    for (const Complaint& complaint : kOfSomething) {
        INFO(complaint.text);
        const Ids ids = suggested_to(complaint);
        CHECK(std::ranges::count(ids, "article:" + std::string(complaint.article)) == 1);
        CHECK(ids.size() <= 3);
    }
}

TEST_CASE("what no article is about suggests none") {
    for (const Complaint& complaint : kOfNothing) {
        INFO(complaint.text);
        CHECK(suggested_to(complaint).empty());
    }
}

TEST_CASE("as she writes letter by letter, what is suggested changes with what she writes about") {
    const std::string complaint =
        "Hola, buenos días. Llevo tres días sin internet y nadie me lo arregla. He reiniciado el "
        "router dos veces y nada. Encima la factura ha subido y nadie me sabe decir por qué. ";
    test::Host host = at_form("es");
    std::vector<Ids> lists = {{}};
    for (std::size_t end = 1; end <= complaint.size(); ++end) {
        host.fill("message", complaint.substr(0, end));
        if (Ids ids = suggested(host); ids != lists.back()) {
            lists.push_back(std::move(ids));
        }
    }
    const std::string internet = "article:no-internet";
    const std::string guide = "guide:no-internet";
    const std::string router = "article:restart-router";
    const std::string bill = "article:bill-higher-than-usual";
    CHECK(lists == std::vector<Ids>{{},
                                    {internet, guide},
                                    {router, internet, guide},
                                    {bill, router, internet},
                                    {bill, internet, router}});
}

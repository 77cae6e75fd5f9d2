// Screens as the core makes them, in the demo's words: every kind of node is in one of them.
import type { Block, Message, Node, Screen } from "../../web/panel/protocol.ts";

export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

/** An address that must never become a link. */
export const scriptAddress = ["javascript", "alert(1)"].join(":");

const press = (command: string): Message => ({ m: "press", command });

/** The Spanish text, or the English one. */
type Say = (es: string, en: string) => string;

function group(key: string, text: string, children: Node[]): Node {
    return { kind: "group", key, text, children: [{ kind: "heading", key: `${key}.title`, number: 2, text }, ...children] };
}

function searchBox(say: Say, value = "", revision = 0): Node {
    const [text, hint] = [say("Buscar en la ayuda", "Search help"), say("Por ejemplo: no tengo internet", "For example: no internet")];
    return { kind: "search", key: "search", text, hint, value, revision, message: press("show-results") };
}

function telephone(say: Say): Node {
    return {
        kind: "link", key: "channel.tel", text: say("Llamar gratis al 900 000 000", "Call 900 000 000 (free from Spain)"),
        hint: say("Todos los días, de 8 a 22 h; averías, a cualquier hora", "Every day, 8 am to 10 pm; faults, at any time"),
        href: "tel:+34900000000",
    };
}

function email(say: Say): Node {
    return {
        kind: "link", key: "channel.email", text: say("Escribir a atencion@farofibra.example", "Write to atencion@farofibra.example"),
        hint: say("De lunes a viernes, de 9 a 18 h", "Monday to Friday, 9 am to 6 pm"), href: "mailto:atencion@farofibra.example",
    };
}

function toForm(say: Say): Node[] {
    const text = say("Escribir a una persona", "Write to a person");
    const contact: Node = { kind: "action", key: "person.contact", text, message: { m: "navigate", path: "/es/contacto" } };
    return [group("person", say("¿Prefieres hablar con una persona?", "Would you rather talk to a person?"), [contact, telephone(say)])];
}

function toChannels(say: Say): Node[] {
    return [group("person", say("O habla con nosotros", "Or talk to us"), [telephone(say), email(say)])];
}

function teaser(key: string, text: string, hint: string): Node {
    return { kind: "item", key, text, hint, href: `/es/articulos/${key}` };
}

function guides(say: Say): Node {
    const title = say("Te guiamos paso a paso", "We guide you step by step");
    const item = teaser("guide.no-internet", say("No tengo internet", "I have no internet"),
        say("Encontramos el fallo contigo, paso a paso. Son unos cinco minutos.", "We find the fault with you, step by step. It takes about five minutes."));
    return group("guides", title, [{ kind: "list", key: "guides.list", text: title, children: [item] }]);
}

export function home(say: Say): Partial<Screen> {
    const title = say("Lo más consultado", "Most read");
    const children = [
        teaser("no-internet", say("No tengo internet: qué hacer", "No internet: what to do"), say("Cinco comprobaciones que resuelven casi todos los cortes en unos minutos, y cómo avisarnos si no bastan.", "Five checks that end almost every outage within minutes, and how to tell us when they do not.")),
        teaser("router-lights", say("Qué significan las luces del router", "What the router's lights mean"), say("Luz por luz, qué está pasando y qué puedes hacer.", "Light by light, what is going on and what you can do.")),
        teaser("slow-wifi", say("El wifi va lento", "The Wi-Fi is slow"), say("Dónde poner el router y qué lo estorba.", "Where to put the router, and what gets in its way.")),
    ];
    return {
        title: say("¿En qué podemos ayudarte?", "How can we help you?"),
        nodes: [searchBox(say), group("popular", title, [{ kind: "list", key: "popular.list", text: title, children }]), guides(say)],
    };
}

function results(say: Say): Partial<Screen> {
    const hit = (key: string, runs: Node["runs"], detail: Node["detail"]): Node => ({ kind: "item", key, runs: runs ?? [], detail: detail ?? [], href: `/es/articulos/${key}` });
    return {
        title: say("Resultados", "Results"),
        nodes: [
            searchBox(say, say("no tengo interent", "no internet conection"), 12),
            { kind: "text", key: "search.count", text: say("3 resultados", "3 results") },
            { kind: "list", key: "hits", text: say("Resultados de la búsqueda", "Search results"), children: [
                hit("no-internet", [[say("No tengo ", "No "), false], ["internet", true], [say(": qué hacer", ": what to do"), false]], [[say("Si te has quedado sin ", "When you are left without "), false], ["internet", true], [say(", empieza por aquí: casi todos los cortes se arreglan en casa en menos de diez minutos.", ", start here: almost every outage is put right at home in less than ten minutes."), false]]),
                hit("router-lights", [[say("Qué significan las luces del router", "What the router's lights mean"), false]], [[say("La luz 3 es la de ", "Light 3 is the one for "), false], ["internet", true], [say(". En rojo, la línea no responde.", ". In red, the line does not answer."), false]]),
                hit("roaming", [["Roaming: ", false], ["internet", true], [say(" fuera de España", " outside Spain"), false]], [[say("En la Unión Europea usas tu tarifa como en casa.", "Within the European Union your plan works as at home."), false]]),
            ] },
        ],
    };
}

function none(say: Say): Partial<Screen> {
    const text = say("No hemos encontrado nada para «xyzzy». Prueba con otras palabras, sigue una guía o escríbenos.", "We found nothing for “xyzzy”. Try other words, follow a guide or write to us.");
    return { title: say("Resultados", "Results"), nodes: [searchBox(say, "xyzzy", 5), { kind: "text", key: "search.none", text }, guides(say)] };
}

function body(say: Say): Block[] {
    return [
        ["paragraph", [say("Si te has quedado sin internet, empieza por aquí. Si prefieres que te vayamos preguntando, usa el ", "When you are left without internet, start here. If you would rather be asked, use the "), ["link", "/es/guias/no-internet", [say("asistente «No tengo internet»", "guide “I have no internet”")]], "."]],
        ["heading", 2, "checks", [say("Cinco comprobaciones, en este orden", "Five checks, in this order")]],
        ["numbers", 1, [
            [["paragraph", [["strong", [say("Mira las luces del router.", "Look at the router's lights.")]], " ", say("Con la 2 y la 3 en verde, la fibra llega.", "With 2 and 3 in green, the fibre arrives.")]]],
            [["paragraph", [["strong", [say("Revisa los cables.", "Check the cables.")]], " ", say("Tienen que estar metidos hasta el fondo, sin dobleces.", "They have to be pushed right in, without bends.")]], ["bullets", [[["paragraph", [say("el negro, de corriente;", "the black one, for power;")]]], [["paragraph", [say("el fino, con conector ", "the thin one, with a "), ["em", [say("verde", "green")]], say(".", " plug.")]]]]]],
            [["paragraph", [say("Abre ", "Open "), ["code", "192.168.1.1"], say(" en el navegador.", " in the browser.")]]],
        ]],
        ["paragraph", [["picture", "/media/router-lights.svg", say("Frente del router con cinco luces numeradas.", "Front of the router with five numbered lights."), 640, 330]]],
        ["table", [[[say("Luz", "Light")], [say("Color", "Colour")], [say("Qué pasa", "What is going on")]], [["2"], [say("verde", "green")], [say("La fibra llega.", "The fibre arrives.")]], [["3"], [say("rojo", "red")], [say("La línea no responde.", "The line does not answer.")]]]],
        ["quote", [["paragraph", [say("Los días completos sin servicio te los descontamos.", "We take whole days without service off your bill.")]]]],
        ["code", "ping -c 4 192.168.1.1\n64 bytes from 192.168.1.1: icmp_seq=1 ttl=64 time=1.02 ms"],
        ["rule"],
        ["heading", 3, "more", [say("Si nada de esto funciona", "When none of this works")]],
        ["paragraph", [say("Mira ", "See "), ["link", "https://www.example.org/", [say("el estado de la red", "the state of the network")]], say(" o llama al ", " or call "), ["link", "tel:+34900000000", ["900 000 000"]], ".", ["break"], ["link", scriptAddress, [say("Esto no es un enlace.", "This is no link.")]]]],
    ];
}

function article(say: Say): Partial<Screen> {
    const title = say("También te puede ayudar", "This may help too");
    const related = teaser("related.router-lights", say("Qué significan las luces del router", "What the router's lights mean"), say("Luz por luz, qué está pasando.", "Light by light, what is going on."));
    return {
        title: say("No tengo internet: qué hacer", "No internet: what to do"),
        nodes: [
            { kind: "document", key: "document.no-internet", document: body(say) },
            { kind: "date", key: "updated", text: say("Actualizado el", "Updated on"), value: "2026-11-03" },
            group("related", title, [{ kind: "list", key: "related.list", text: title, children: [related] }]),
        ],
    };
}

export function question(say: Say, chosen = ""): Partial<Screen> {
    const title = say("¿Tiene el router alguna luz encendida?", "Is any light on the router lit?");
    const option = (id: string, text: string): Node => ({ kind: "option", key: `answer.${id}`, text, value: id });
    return {
        title, eyebrow: say("No tengo internet", "I have no internet"),
        nodes: [
            { kind: "progress", key: "progress", text: say("Avance de la guía", "Progress of the guide"), number: 20 },
            { kind: "document", key: "step.power", document: [["paragraph", [say("El router es el aparato blanco con cinco luces en el frente, numeradas del 1 al 5.", "The router is the white box with five lights at the front, numbered 1 to 5.")]]] },
            { kind: "form", key: "question", text: title, message: press("guide-continue"), children: [
                { kind: "choice", key: "answer", text: title, value: chosen, required: true, children: [option("on", say("Sí, al menos una", "Yes, at least one")), option("off", say("No, está todo apagado", "No, everything is off"))] },
                { kind: "action", key: "continue", text: say("Continuar", "Continue"), emphasis: "primary", message: press("guide-continue") },
            ] },
        ],
    };
}

function instruction(say: Say): Partial<Screen> {
    const answer = (id: string, text: string): Node => ({ kind: "action", key: `answer.${id}`, text, emphasis: "primary", message: { m: "answer-guide", choice: id } });
    return {
        title: say("Espera diez minutos sin tocarlo", "Wait ten minutes without touching it"), eyebrow: say("No tengo internet", "I have no internet"),
        nodes: [
            { kind: "progress", key: "progress", text: say("Avance de la guía", "Progress of the guide"), number: 60 },
            { kind: "document", key: "step.starting", document: [["paragraph", [say("Déjalo encendido ", "Leave it on for "), ["strong", [say("diez minutos", "ten minutes")]], say(" y mira otra vez las luces.", " and look at the lights again.")]]] },
            answer("works", say("Ya funciona", "It works now")), answer("bad", say("La 2 sigue parpadeando, en rojo o apagada", "Light 2 still blinks, or is red or off")),
            { kind: "action", key: "guide.back", text: say("Paso anterior", "Previous step"), emphasis: "quiet", message: press("guide-back") },
            { kind: "action", key: "guide.restart", text: say("Empezar la guía de nuevo", "Start the guide again"), emphasis: "quiet", message: press("guide-restart") },
        ],
    };
}

function solved(say: Say): Partial<Screen> {
    return {
        title: say("¡Listo!", "Done!"), eyebrow: say("No tengo internet", "I have no internet"),
        nodes: [
            { kind: "document", key: "step.solved", document: [["paragraph", [say("La línea está bien.", "The line is fine.")]]] },
            { kind: "notice", key: "solved", tone: "success", text: say("¡Nos alegramos de que funcione!", "We are glad that it works!") },
            { kind: "action", key: "guide.restart", text: say("Empezar la guía de nuevo", "Start the guide again"), emphasis: "quiet", message: press("guide-restart") },
        ],
    };
}

export function formFields(say: Say, faults: boolean): Node[] {
    const needed = faults ? say("Esto hace falta para poder responderte.", "We need this to be able to answer.") : "";
    const option = (id: string, text: string): Node => ({ kind: "option", key: `field.kind.${id}`, text, value: id });
    return [
        { kind: "choice", key: "field.kind", text: say("¿De qué se trata?", "What is it about?"), required: true, error: needed, value: faults ? "" : "fault", children: [option("query", say("Una consulta", "A question")), option("fault", say("Una avería: algo no funciona", "A fault: something does not work")), option("complaint", say("Una reclamación", "A complaint"))] },
        { kind: "field", key: "field.since", text: say("¿Desde qué día falla?", "Since which day?"), input: "date", required: true, hint: say("Si no lo recuerdas bien, pon el día en que te diste cuenta.", "If you are not sure, give the day on which you noticed."), value: "2026-11-20", revision: 1 },
        { kind: "field", key: "field.message", text: say("Cuéntanos qué pasa", "Tell us what is happening"), input: "long-text", required: true, number: 60, hint: say("Con tus palabras. No escribas contraseñas.", "In your own words. Please leave out passwords."), value: say("Desde ayer no funciona nada y ya he reiniciado el router.", "Nothing has worked since yesterday, I did restart the router."), revision: 3 },
        { kind: "field", key: "field.name", text: say("Tu nombre", "Your name"), required: true, number: 120, error: needed },
        { kind: "field", key: "field.email", text: say("Tu correo electrónico", "Your e-mail address"), input: "email", required: true, hint: say("Aquí te enviaremos el justificante.", "We will send the receipt here.") },
        { kind: "field", key: "field.phone", text: say("Teléfono (opcional)", "Telephone (optional)"), input: "telephone" },
        { kind: "check", key: "field.terms", text: say("Quiero una copia por correo (opcional)", "Send me a copy (optional)"), value: "true" },
    ];
}

function form(say: Say, more: { faults?: boolean; sending?: boolean; trouble?: boolean } = {}): Partial<Screen> {
    const page = say("La página desde la que escribes", "The page you are writing from");
    const attached = group("attached", say("Con tu mensaje también enviamos", "Sent along with your message"), [
        { kind: "details", key: "attached.page", text: page, children: [{ kind: "detail", key: "attached.page.address", text: page, value: "https://farofibra.example/internet/fibra-para-casa" }] },
        { kind: "action", key: "strike.page", text: say("No enviar la página", "Do not send the page"), emphasis: "quiet", message: press("strike-page") },
    ]);
    const trouble: Node = { kind: "notice", key: "trouble", tone: "error", text: say("No sabemos si tu mensaje ha llegado. No has perdido nada: vuelve a enviarlo.", "We do not know whether your message arrived. You have lost nothing: send it again.") };
    const sending: Node = { kind: "progress", key: "sending", text: say("Enviando tu mensaje", "Sending your message"), number: -1 };
    const send: Node = { kind: "action", key: "send", text: say("Enviar", "Send"), emphasis: "primary", message: press("send") };
    const fields = formFields(say, more.faults ?? false);
    if (more.sending || more.trouble) {
        fields.forEach((field) => (field.read_only = true));
    }
    return {
        title: say("Escríbenos", "Write to us"), person: toChannels(say),
        nodes: [
            { kind: "text", key: "form.intro", text: say("Te respondemos por correo. Al enviar verás un código para seguir tu solicitud.", "We answer by e-mail. When you send, you get a code to follow your request.") },
            { kind: "form", key: "form", text: say("Tu mensaje", "Your message"), message: press("send"), children: [...fields, attached, ...(more.trouble ? [trouble] : []), more.sending ? sending : send] },
        ],
    };
}

function receipt(say: Say): Partial<Screen> {
    const sent = say("Lo que nos has enviado", "What you sent us");
    return {
        title: say("Hemos recibido tu solicitud", "We have received your request"), person: toChannels(say),
        nodes: [
            { kind: "notice", key: "stored", tone: "success", text: say("Te responderemos a ana@example.org. Guarda este código.", "We will answer to ana@example.org. Keep this code.") },
            { kind: "code", key: "code", text: say("Tu código de seguimiento", "Your tracking code"), value: "VT-7K3M-Q9XD" },
            { kind: "action", key: "copy", text: say("Copiar el código", "Copy the code"), message: press("copy-code") },
            { kind: "date", key: "received", text: say("Recibida el", "Received on"), value: "2026-11-21T22:15:00Z" },
            group("sent", sent, [{ kind: "details", key: "sent.list", text: sent, children: [{ kind: "detail", key: "sent.kind", text: say("¿De qué se trata?", "What is it about?"), value: say("Una avería", "A fault") }, { kind: "detail", key: "sent.message", text: say("Cuéntanos qué pasa", "Tell us what is happening"), value: say("Desde ayer no funciona nada.\nYa he reiniciado el router.", "Nothing has worked since yesterday.\nI did restart the router.") }] }]),
            { kind: "action", key: "home", text: say("Ir al inicio de la ayuda", "Go to the start of help"), emphasis: "primary", message: { m: "navigate", path: "/es/" } },
        ],
    };
}

function trouble(say: Say, offline: boolean): Partial<Screen> {
    return {
        title: offline ? say("Parece que no tienes conexión", "You seem to be offline") : say("No hemos podido abrir esto", "We could not open this"),
        nodes: [
            { kind: "text", key: "trouble.text", text: say("Inténtalo de nuevo dentro de un momento; si sigue igual, escríbenos.", "Try again in a moment; if it stays the same, write to us.") },
            { kind: "notice", key: "search.failed", tone: "warning", text: say("No hemos podido cargar el buscador.", "We could not load the search.") },
            { kind: "notice", key: "note", text: say("Mientras tanto puedes abrir estas páginas.", "Meanwhile you can open these pages.") },
            { kind: "action", key: "reload", text: say("Intentarlo de nuevo", "Try again"), emphasis: "primary", message: press("reload") },
            { kind: "action", key: "home", text: say("Ir al inicio de la ayuda", "Go to the start of help"), message: { m: "navigate", path: "/es/" } },
        ],
    };
}

const kScreens: Record<string, [Screen["id"], (say: Say) => Partial<Screen>]> = {
    home: ["home", home],
    results: ["results", results],
    "no-results": ["results", none],
    article: ["article", article],
    question: ["guide-step", question],
    instruction: ["guide-step", instruction],
    solved: ["guide-outcome", solved],
    form: ["form", form],
    "form-faults": ["form", (say) => form(say, { faults: true })],
    "form-sending": ["form", (say) => form(say, { sending: true })],
    "form-unknown": ["form", (say) => form(say, { trouble: true })],
    receipt: ["receipt", receipt],
    error: ["error", (say) => trouble(say, false)],
    offline: ["offline", (say) => trouble(say, true)],
};

export const screenNames = Object.keys(kScreens);

/** The screen of that name, with `changes`. */
export function makeScreen(name: string, language: Language = "es", changes: Partial<Screen> = {}): Screen {
    const say: Say = (es, en) => (language === "es" ? es : en);
    const [id, make] = kScreens[name] as (typeof kScreens)[string];
    const back: Node = { kind: "action", key: "back", text: say("Volver", "Back"), emphasis: "quiet", message: press("back") };
    return {
        id,
        language,
        eyebrow: say("Ayuda de Faro Fibra", "Faro Fibra help"),
        ...(id === "home" ? {} : { back }),
        close: { kind: "action", key: "close", text: say("Cerrar la ayuda", "Close help"), emphasis: "quiet", message: press("close") },
        person: toForm(say),
        ...make(say),
        ...changes,
    };
}

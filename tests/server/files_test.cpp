#include "server/files/content_type.h"
#include "server/files/upload_service.h"
#include "tests/server/backend.h"
#include "tests/server/raw_client.h"

using namespace ventanilla;
using namespace ventanilla::test;
using base::Json;

namespace {

const std::string kPng("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0", 29);

std::string id_of(int number) {
    std::string id(32, 'a');
    id.replace(0, 1, std::to_string(number));
    return id;
}

std::string put(const std::string& id, const std::string& bytes, const std::string& more = {}) {
    return "PUT /api/v1/uploads/" + id + " HTTP/1.1\r\nHost: help.example\r\n" + more +
           "Content-Length: " + std::to_string(bytes.size()) + "\r\n\r\n" + bytes;
}

// The backend behind a real connection, as the server puts it there.
struct Front : Backend {
    TemporaryFolder uploading;
    RunningServer server{[this](const http::Request& request, const http::Respond& respond) {
                             router.handle(request, respond);
                         },
                         {},
                         files::upload_spool(uploading.path())};
    RawClient client{server.port()};

    RawResponse raw(const std::string& bytes) {
        client.send(bytes);
        return client.receive();
    }
    bool is_nothing_left() const { return std::filesystem::is_empty(uploading.path()); }

    Json attaching(const std::string& id, const std::string& name) {
        return {{"upload", id}, {"name", name}};
    }
    http::Response submit_with(Json attachments) {
        return send(
            "POST", "/api/v1/tickets", "",
            {{"language", "es"},
             {"form", "contact"},
             {"fields", {{"kind", "fault"}, {"message", "Mira"}, {"email", "ana@example.org"}}},
             {"attachments", std::move(attachments)}});
    }
    std::string submitted_with(Json attachments) {
        const auto response = submit_with(std::move(attachments));
        REQUIRE(response.status == 201);
        return std::string(base::string_at(body_of(response), "tracking_code"));
    }
};

}  // namespace

TEST_CASE("an upload says what came, and the same one again is no second file") {
    Front front;
    const auto first = front.raw(put(id_of(1), kPng, "Content-Type: text/html\r\n"));
    CHECK(first.status == 201);
    CHECK(first.body.contains(R"("type":"image/png")"));
    CHECK(first.body.contains(R"("size":29)"));
    CHECK(front.raw(put(id_of(1), kPng)).status == 200);
    const auto other = front.raw(put(id_of(1), "something else"));
    CHECK(other.status == 409);
    CHECK(other.body.contains("/problems/upload-exists"));
}

TEST_CASE("uploads may be 10 MB, in chunks too, and what is larger is refused before it is sent") {
    Front front;
    const std::string large(10 * 1024 * 1024, 'x');
    CHECK(front.raw(put(id_of(1), large)).status == 201);
    CHECK(front
              .raw("PUT /api/v1/uploads/" + id_of(2) +
                   " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                   "5\r\nhello\r\n0\r\n\r\n")
              .body.contains(R"("size":5)"));
    RawClient another(front.server.port());
    another.send("PUT /api/v1/uploads/" + id_of(3) +
                 " HTTP/1.1\r\nHost: a\r\nContent-Length: 10485761\r\n\r\n");
    const auto refused = another.receive();
    CHECK(refused.status == 413);
    CHECK(refused.body.contains("10485760 bytes"));
}

TEST_CASE("an upload in chunks is refused as soon as it is too large, and nothing of it stays") {
    Front front;
    const std::string chunk = "100000\r\n" + std::string(1024 * 1024, 'x') + "\r\n";
    std::string bytes = "PUT /api/v1/uploads/" + id_of(1) +
                        " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 11; ++i) {
        bytes += chunk;
    }
    CHECK(front.raw(bytes).status == 413);
    front.server.stop();
    CHECK(front.is_nothing_left());
}

TEST_CASE("of an upload that breaks off nothing stays") {
    Front front;
    {
        RawClient gone(front.server.port());
        gone.send("PUT /api/v1/uploads/" + id_of(1) +
                  " HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf of it");
    }
    front.server.stop();
    CHECK(front.is_nothing_left());
}

TEST_CASE("an upload without bytes, or with an id that can be guessed, is refused") {
    Front front;
    CHECK(front.raw(put(id_of(1), "")).status == 422);
    CHECK(front.raw(put(id_of(1), kPng, "Content-Encoding: gzip\r\n")).status == 422);
    CHECK(front.raw(put("1", kPng)).status == 404);
    CHECK(front.raw(put(std::string(32, 'A'), kPng)).status == 404);
}

TEST_CASE("only uploads may be larger than 64 KB") {
    Front front;
    CHECK(front.raw("PUT /api/v1/tickets HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n")
              .status == 413);
}

TEST_CASE("a file is what its bytes say, whatever its name is") {
    CHECK(files::content_type(kPng) == "image/png");
    CHECK(files::content_type("%PDF-1.7\n") == "application/pdf");
    CHECK(files::content_type("<!doctype html><script>alert(1)</script>") == "text/html");
    CHECK(files::content_type("") != "");
}

TEST_CASE("what can hold a script is handed out as bytes of no type") {
    for (const char* type : {"text/html", "image/svg+xml", "application/xhtml+xml", "text/xml",
                             "application/javascript", "application/x-shockwave-flash"}) {
        CHECK(files::harmless_type(type) == "application/octet-stream");
    }
    CHECK(files::harmless_type("image/jpeg") == "image/jpeg");
}

TEST_CASE("customer and team see what was attached, and can save it") {
    Front front;
    const std::string html = "<!doctype html><script>alert(document.cookie)</script>";
    REQUIRE(front.raw(put(id_of(1), kPng)).status == 201);
    REQUIRE(front.raw(put(id_of(2), html)).status == 201);
    const std::string code = front.submitted_with(Json::array(
        {front.attaching(id_of(1), "el \"róuter\".png"), front.attaching(id_of(2), "foto.png")}));
    CHECK(front.mail("[" + code).text.contains("Adjuntos:\n- el \"róuter\".png\n- foto.png\n"));
    const std::string path = "/api/v1/requests/" + code;
    const std::string secret = front.token(code);
    const Json thread = body_of(front.send("GET", path, secret));
    const auto& listed = base::array_at(thread, "attachments");
    REQUIRE(listed.size() == 2);
    CHECK(base::string_at(listed[0], "name") == "el \"róuter\".png");
    CHECK(base::string_at(listed[1], "type") == "text/html");

    const auto picture = front.send("GET", path + "/attachments/1", secret);
    CHECK(picture.status == 200);
    CHECK(*picture.body == kPng);
    CHECK(picture.headers.get("Content-Type") == "image/png");
    CHECK(picture.headers.get("Content-Disposition") ==
          "attachment; filename=\"el__r__uter_.png\"; "
          "filename*=UTF-8''el%20%22r%C3%B3uter%22.png");
    const auto page = front.send("GET", path + "/attachments/2", secret);
    CHECK(page.headers.get("Content-Type") == "application/octet-stream");
    CHECK(page.headers.get("X-Content-Type-Options") == "nosniff");
    CHECK(page.headers.get("Content-Security-Policy") == "default-src 'none'; sandbox");

    const std::string agent = front.key("desk", "tickets:read");
    CHECK(*front.send("GET", "/api/v1/tickets/" + code + "/attachments/2", agent).body == html);
    CHECK(front.send("GET", path + "/attachments/3", secret).status == 404);
    CHECK(front.send("GET", path + "/attachments/01", secret).status == 404);
    CHECK(front.send("GET", path + "/attachments/1", "").status == 401);
    CHECK(front.send("GET", path + "/attachments/1", front.token(front.submit())).status == 401);
}

TEST_CASE("a customer does not see, nor get, what the team attached to a note") {
    Front front;
    const std::string code = front.submit();
    const std::string agent = front.key("desk", "tickets:read tickets:write");
    const std::string theirs = "/api/v1/tickets/" + code;
    REQUIRE(front.raw(put(id_of(1), "for the team")).status == 201);
    REQUIRE(front.raw(put(id_of(2), "for the customer")).status == 201);
    REQUIRE(front
                .send("POST", theirs + "/notes", agent,
                      {{"text", "Mirad"},
                       {"attachments", Json::array({front.attaching(id_of(1), "notes.txt")})}})
                .status == 201);
    REQUIRE(front
                .send("POST", theirs + "/messages", agent,
                      {{"text", "Aquí está"},
                       {"attachments", Json::array({front.attaching(id_of(2), "bill.txt")})}})
                .status == 201);
    CHECK(
        front.mail("respuesta a tu solicitud").text.contains("Aquí está\n\nAdjuntos:\n- bill.txt"));
    const std::string mine = "/api/v1/requests/" + code;
    const std::string secret = front.token(code);
    const Json thread = body_of(front.send("GET", mine, secret));
    const auto& listed = base::array_at(thread, "attachments");
    REQUIRE(listed.size() == 1);
    CHECK(base::string_at(listed[0], "name") == "bill.txt");
    CHECK(front.send("GET", mine + "/attachments/1", secret).status == 404);
    CHECK(*front.send("GET", mine + "/attachments/2", secret).body == "for the customer");
    CHECK(base::array_at(body_of(front.send("GET", theirs, agent)), "attachments").size() == 2);
}

TEST_CASE("a request that names a file which is not there is not stored, and says what to do") {
    Front front;
    const auto response = front.submit_with(Json::array({front.attaching(id_of(1), "a.png")}));
    CHECK(response.status == 422);
    CHECK(base::string_at(body_of(response), "type") == "/problems/upload-missing");
    CHECK(front.store->list({}).empty());
}

TEST_CASE("attachments that are none are refused where they stand") {
    Front front;
    const auto refused = [&](Json attachments) {
        return errors_of(front.submit_with(std::move(attachments)));
    };
    const std::vector<std::string> list = {"/attachments server.problem.attachments"};
    const std::vector<std::string> file = {"/attachments server.problem.attachment"};
    CHECK(refused("foto.png") == list);
    Json many = Json::array();
    for (int i = 0; i < 6; ++i) {
        many.push_back(front.attaching(id_of(i), "a.png"));
    }
    CHECK(refused(std::move(many)) == list);
    CHECK(refused(Json::array({"foto.png"})) == file);
    for (const char* name : {"", "../../etc/passwd", "a\\b", "a\nb", ".."}) {
        CHECK(refused(Json::array({front.attaching(id_of(1), name)})) == file);
    }
    CHECK(refused(Json::array({front.attaching("short", "a.png")})) == file);
}

package org.onewindow.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running centre, as people and programs outside see it. */
final class Centre {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private @Nullable String user;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Centre(int port) {
        this.port = port;
    }

    /** An answer: status and body, if it was JSON. */
    record Answered(int status, JsonNode body, Map<String, List<String>> headers) {

        String text(String field) {
            return body.path(field).asString();
        }

        /** The rules of all reasons of a refusal. */
        List<String> rules() {
            return body.path("reasons")
                    .valueStream()
                    .map(reason -> reason.path("rule").asString())
                    .toList();
        }

        /** The current clock of a kind. */
        JsonNode clock(String kind) {
            return body.path("clocks")
                    .valueStream()
                    .filter(clock -> clock.path("kind").asString().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no clock " + kind + " in " + body));
        }
    }

    /** The same centre, spoken to by somebody of the staff. */
    Centre as(String userName) {
        Centre spoken = new Centre(port);
        spoken.user = userName;
        return spoken;
    }

    /** The same, with one more header line. */
    Centre with(String name, String value) {
        Centre spoken = new Centre(port);
        spoken.user = user;
        spoken.headers.putAll(headers);
        spoken.headers.put(name, value);
        return spoken;
    }

    Answered get(String path) {
        return send(request(path).GET());
    }

    Answered post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answered put(String path, String body) {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What a stream of events tells from now on. */
    LiveStream listen(String path) {
        return LiveStream.of(request(path).GET().build());
    }

    byte[] download(String path) {
        try {
            HttpResponse<byte[]> response =
                    CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode() + " "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The words of the latest paper of a kind about a case. */
    String words(String caseNumber, String kind) {
        String href = get("/api/v1/cases/" + caseNumber + "/documents")
                .body()
                .path("items")
                .valueStream()
                .filter(paper -> paper.path("kind").asString().equals(kind))
                .map(paper -> paper.path("href").asString())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("no " + kind));
        return words(download(href));
    }

    /** The words of a PDF, without the white space that layout puts in. */
    static String words(byte[] pdf) {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(paper).replaceAll("[\\s\\u3000]+", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json");
        if (user != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)));
        }
        headers.forEach(request::header);
        return request;
    }

    private static Answered send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String body = response.body();
            return new Answered(
                    response.statusCode(),
                    body.isBlank() ? JSON.nullNode() : JSON.readTree(body),
                    response.headers().map());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

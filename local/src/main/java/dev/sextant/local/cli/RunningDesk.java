package dev.sextant.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The desk that runs on this machine, asked over its own HTTP API. Its address and the operator's token stand in the
 * state folder, readable by the owner alone.
 */
final class RunningDesk {

    static final String ADDRESS_FILE = "address";
    static final String TOKEN_FILE = "operator-token";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path state;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    RunningDesk(Path state) {
        this.state = state;
    }

    /** An answer with its HTTP status. */
    record Answer(int status, JsonNode body) {}

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** An answer that must be there; else the command ends with the desk's own words. */
    JsonNode read(String path) {
        return accepted(get(path));
    }

    /** Every item of a list, page by page. */
    void eachItem(String list, Consumer<JsonNode> to) {
        String first = list + (list.contains("?") ? "&" : "?") + "limit=500";
        String cursor = "";
        do {
            JsonNode page = read(first + cursor);
            page.path("items").forEach(to);
            JsonNode next = page.path("next_cursor");
            cursor = next.isTextual() ? "&cursor=" + next.textValue() : "";
        } while (!cursor.isEmpty());
    }

    /** A write with the operator's token and a fresh idempotency key. */
    Answer post(String path, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + stored(TOKEN_FILE))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** A write that must be carried out; refused, it ends the command with the desk's own words. */
    JsonNode order(String path, ObjectNode body) {
        return accepted(post(path, body.toString()));
    }

    private static JsonNode accepted(Answer answer) {
        if (answer.status() != 200) {
            throw UserError.failed(
                    answer.body().path("error").path("message").asText("the desk said " + answer.status()));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stored(ADDRESS_FILE) + path)).timeout(Duration.ofSeconds(10));
    }

    private String stored(String file) {
        try {
            return Files.readString(state.resolve(file)).strip();
        } catch (IOException e) {
            throw notRunning();
        }
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (ConnectException e) {
            throw notRunning();
        } catch (JsonProcessingException e) {
            throw UserError.failed("whatever answers at " + request.uri() + " is not the desk");
        } catch (IOException e) {
            throw UserError.failed("the desk does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserError.failed("interrupted");
        }
    }

    private static UserError notRunning() {
        return UserError.failed("no desk runs here; start it with: ./sextant up");
    }
}

package dev.sextant.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.api.http.ApiException;
import io.micronaut.http.HttpStatus;

/** What the database answered to a command under its Idempotency-Key. */
public final class Outcome {

    private Outcome() {}

    /**
     * The answer to give; the same for every repetition of the request.
     *
     * @param answer {@code {"result": done | in_progress | key_reused | a refusal, "body" or "text"}}
     * @throws ApiException 409 for a refusal or a request under way, 422 for a key of another command
     */
    public static String of(JsonNode answer) {
        String result = answer.path("result").asText();
        return switch (result) {
            case "done" -> answer.path("body").asText();
            case "in_progress" ->
                throw conflict("in_progress", "a request with this Idempotency-Key is being worked on; ask again");
            case "key_reused" ->
                throw ApiException.refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "idempotency_key_reused",
                        "this Idempotency-Key belongs to another command; use a new one");
            default -> throw conflict(result, answer.path("text").asText());
        };
    }

    private static ApiException conflict(String code, String message) {
        return ApiException.refused(HttpStatus.CONFLICT, code, message);
    }
}

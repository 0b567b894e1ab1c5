package dev.sextant.api.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.api.http.ApiException;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body {@code {"reason":"…"}}, read strictly: one object, one field, no other.
 *
 * @param reason 1 to 200 characters on one line
 */
record ReasonBody(String reason) {

    private static final Pattern REASON = Pattern.compile("[^\\p{C}\\u2028\\u2029]{1,200}");
    private static final String EXPECTED = "a text of 1 to 200 characters on one line";
    private static final int MAX_DEPTH = 16;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static ReasonBody read(byte[] body) {
        JsonNode root = parse(body);
        if (!root.isObject()) {
            throw notJson("the body is not a JSON object");
        }
        for (String name : (Iterable<String>) root::fieldNames) {
            if (!name.equals("reason")) {
                throw ApiException.badValue("body field", name, "only " + List.of("reason"));
            }
        }
        JsonNode reason = root.path("reason");
        if (reason.isMissingNode()) {
            throw ApiException.missing("reason", EXPECTED);
        }
        if (!reason.isTextual()
                || !REASON.matcher(reason.textValue()).matches()
                || reason.textValue().isBlank()) {
            throw ApiException.badValue("reason", reason.asText(), EXPECTED);
        }
        return new ReasonBody(reason.textValue());
    }

    private static JsonNode parse(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            @Nullable JsonNode root = JSON.readTree(parser);
            if (root == null) {
                throw notJson("the body is empty");
            }
            return root;
        } catch (JsonProcessingException e) {
            @Nullable JsonLocation at = e.getLocation();
            throw notJson("the body is not JSON"
                    + (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException e) {
            // Bytes in memory can always be read, but these are no characters of the encoding they look like.
            throw notJson("the body is not text");
        }
    }

    private static ApiException notJson(String problem) {
        return ApiException.refused(HttpStatus.BAD_REQUEST, "invalid_body", problem + ", expected {\"reason\":\"…\"}");
    }
}

package dev.sextant.local.dataapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request's JSON, read by the names of the service's model. */
final class Request {

    private final JsonNode body;

    private Request(JsonNode body) {
        this.body = body;
    }

    static Request parse(ObjectMapper mapper, byte[] bytes) {
        try {
            JsonNode body = mapper.readTree(bytes);
            if (body != null && body.isObject()) {
                return new Request(body);
            }
        } catch (JsonProcessingException e) {
            throw ApiError.malformed("the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            // Bytes in memory can always be read, but these are no characters of the encoding they look like.
            throw ApiError.malformed("the body is not text: " + e.getMessage());
        }
        throw ApiError.malformed("the body is not a JSON object");
    }

    /** Checks what every operation shares. */
    void validate(Limits limits) {
        requiredText("resourceArn");
        requiredText("secretArn");
        if (body.hasNonNull("schema")) {
            throw ApiError.validation("The schema parameter isn't supported");
        }
        if (bool("continueAfterTimeout")) {
            throw ApiError.validation("continueAfterTimeout isn't supported by the local endpoint");
        }
        String sql = optionalText("sql");
        if (sql != null && sql.length() > limits.sqlChars()) {
            throw ApiError.validation(
                    "Value at 'sql' failed to satisfy constraint: Member must have length less than or" + " equal to "
                            + limits.sqlChars());
        }
    }

    String requiredText(String name) {
        String text = optionalText(name);
        if (text == null || text.isBlank()) {
            throw ApiError.validation(
                    "Value null at '" + name + "' failed to satisfy constraint: Member must not be null");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw ApiError.malformed("'" + name + "' is not a string");
        }
        return value.textValue();
    }

    boolean bool(String name) {
        return body.path(name).asBoolean(false);
    }

    boolean asJson() {
        return body.path("formatRecordsAs").asText("NONE").equals("JSON");
    }

    ReturnTypes returnTypes() {
        JsonNode options = body.path("resultSetOptions");
        return new ReturnTypes(
                options.path("decimalReturnType").asText("STRING").equals("DOUBLE_OR_LONG"),
                options.path("longReturnType").asText("LONG").equals("STRING"));
    }

    Parameters parameters() {
        return Parameters.of(body.path("parameters"));
    }

    List<Parameters> parameterSets() {
        List<Parameters> sets = new ArrayList<>();
        body.path("parameterSets").forEach(set -> sets.add(Parameters.of(set)));
        return sets;
    }
}

package dev.sextant.local.venue.kraken.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came in.
 *
 * @param id the field that repeats its id, with a comma in front; empty when it has none
 */
record Request(String method, JsonNode params, String id) {

    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Request read(String text) throws JsonProcessingException {
        JsonNode json = EXACT.readTree(text);
        String id = json.path("req_id").isIntegralNumber() ? ",\"req_id\":" + json.path("req_id") : "";
        return new Request(json.path("method").asText(), json.path("params"), id);
    }

    /** A field as text, numbers without exponent; empty when it was left out. */
    String text(String name) {
        JsonNode value = params.path(name);
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText("");
    }

    boolean flag(String name, boolean otherwise) {
        return params.path(name).asBoolean(otherwise);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        params.path(name).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** Its fields as text, without the token, for those who watch. */
    Map<String, String> shown() {
        Map<String, String> fields = new TreeMap<>();
        params.fieldNames().forEachRemaining(name -> {
            if (!name.equals("token")) {
                fields.put(name, text(name));
            }
        });
        return fields;
    }

    String token() {
        return text("token");
    }
}

package dev.sextant.signals.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Strategy files made from a shipped one by changing a single place. */
public final class StrategyFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StrategyFiles() {}

    /** The baseline with the value at a JSON pointer replaced; {@code null} takes it out. */
    public static String baselineWith(String pointer, String json) {
        return with(Files.strategy("v51_baseline"), pointer, json);
    }

    /** A file with the value at a JSON pointer replaced; {@code null} takes it out. */
    public static String with(String file, String pointer, String json) {
        try {
            JsonNode tree = JSON.readTree(file);
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = tree.at(pointer.substring(0, slash));
            String last = pointer.substring(slash + 1);
            if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(last), JSON.readTree(json));
            } else if (json.equals("null")) {
                ((ObjectNode) parent).remove(last);
            } else {
                ((ObjectNode) parent).set(last, JSON.readTree(json));
            }
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }
}

package dev.sextant.local.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the text of the settings file: one JSON object of sections, each an object of known settings, each given once. */
final class SettingsFile {

    private static final int SHOWN = 60;
    private static final int MOST_TOLD = 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SettingsFile() {}

    /** The object, an empty one when there is something wrong with the whole. */
    static JsonNode read(String text, List<String> wrong) {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        try {
            JsonNode tree = JSON.readTree(text);
            if (!tree.isObject()) {
                wrong.add(Settings.FILE + " is " + shown(tree.toString()) + ", expected a JSON object");
                return nothing;
            }
            checkNames(tree, wrong);
            return tree;
        } catch (JsonProcessingException e) {
            wrong.add(Settings.FILE + " is not JSON: " + e.getOriginalMessage());
            return nothing;
        }
    }

    private static void checkNames(JsonNode tree, List<String> wrong) {
        Map<String, Set<String>> known = known();
        for (Map.Entry<String, JsonNode> section : tree.properties()) {
            Set<String> settings = known.get(section.getKey());
            if (settings == null) {
                tell(wrong, "names '" + shown(section.getKey()) + "', expected one of " + known.keySet());
            } else if (!section.getValue().isObject()) {
                tell(
                        wrong,
                        "has '" + section.getKey() + "' as "
                                + shown(section.getValue().toString()) + ", expected an object of settings");
            } else {
                section.getValue()
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !settings.contains(name))
                        .forEach(name -> tell(
                                wrong,
                                "names '" + section.getKey() + "." + shown(name) + "', expected one of " + settings
                                        + " in '" + section.getKey() + "'"));
            }
        }
    }

    /** The names of each section's settings, as they are declared. */
    private static Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        for (Key key : Key.values()) {
            String[] path = key.path().split("\\.", 2);
            known.computeIfAbsent(path[0], section -> new LinkedHashSet<>()).add(path[1]);
        }
        return known;
    }

    private static void tell(List<String> wrong, String problem) {
        if (wrong.size() < MOST_TOLD) {
            wrong.add(Settings.FILE + " " + problem);
        }
    }

    /** A value as a message may show it. */
    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}

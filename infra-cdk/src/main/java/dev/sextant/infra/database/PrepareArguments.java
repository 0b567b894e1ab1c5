package dev.sextant.infra.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.infra.settings.DeskSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the preparation is asked for: a desk, and the same settings as its stacks.
 *
 * @param desk for example {@code sextant-testnet}
 */
record PrepareArguments(String desk, DeskSettings settings) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPECTED =
            "expected one desk (sextant-paper, sextant-testnet or sextant-live), then -c name=value";

    /**
     * Reads them as the CDK's command line does: {@code -c name=value} before {@code cdk.context.json}.
     *
     * @param folder where that file may lie
     * @throws IllegalArgumentException saying in a line what is wrong
     * @throws dev.sextant.infra.settings.SettingsException listing every wrong setting
     */
    static PrepareArguments read(String[] arguments, Path folder) {
        if (arguments.length == 0 || !arguments[0].matches("sextant-(paper|testnet|live)")) {
            throw new IllegalArgumentException(EXPECTED);
        }
        String desk = arguments[0];
        Map<String, Object> context = new HashMap<>(kept(folder.resolve("cdk.context.json")));
        for (int i = 1; i < arguments.length; i += 2) {
            if (!(arguments[i].equals("-c") || arguments[i].equals("--context"))
                    || i + 1 == arguments.length
                    || arguments[i + 1].indexOf('=') < 1) {
                throw new IllegalArgumentException("'" + arguments[i] + "' is not understood, " + EXPECTED);
            }
            String[] pair = arguments[i + 1].split("=", 2);
            context.put(pair[0], pair[1]);
        }
        String mode = desk.substring("sextant-".length());
        Object named = context.putIfAbsent("sextant:mode", mode);
        if (named != null && !named.equals(mode)) {
            throw new IllegalArgumentException(
                    "sextant:mode is '" + named + "', expected " + mode + ", the mode of " + desk);
        }
        return new PrepareArguments(desk, DeskSettings.from(context));
    }

    private static Map<String, Object> kept(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Map<String, Object> context = new HashMap<>();
            for (Map.Entry<String, JsonNode> each :
                    JSON.readTree(Files.readString(file)).properties()) {
                context.put(each.getKey(), each.getValue().asText());
            }
            return context;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " can't be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}

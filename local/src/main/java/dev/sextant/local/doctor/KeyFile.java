package dev.sextant.local.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.binance.trade.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The key of an exchange, out of the environment or out of a file that its owner alone can read. Each mode has names of
 * its own, so that no key gets into the other market by accident; the command line is no place for a secret. A message
 * names variable, file or field, never a value.
 */
final class KeyFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** What the names of the variables end in. */
    private static final Map<String, String> FIELDS =
            Map.of("api_key", "_API_KEY", "api_secret", "_API_SECRET", "private_key", "_PRIVATE_KEY");

    private KeyFile() {}

    /** {@code SEXTANT_TESTNET} or {@code SEXTANT_LIVE}: what the variables of a mode's key begin with. */
    static String prefix(TradingMode mode) {
        return "SEXTANT_" + mode.name().toUpperCase(Locale.ROOT);
    }

    /**
     * Reads the key.
     *
     * @throws IllegalArgumentException in one line that says what to do
     */
    static Credentials read(TradingMode mode, Map<String, String> environment, Path file) {
        String prefix = prefix(mode);
        return Credentials.fromEnvironment(
                variables(prefix, environment, file)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "mode " + mode.word() + " needs a key: set " + prefix + "_API_KEY and " + prefix
                                        + "_API_SECRET (or _PRIVATE_KEY for Ed25519), or write"
                                        + " {\"api_key\":\"…\",\"api_secret\":\"…\"} to " + file
                                        + " and chmod 600 it")),
                prefix);
    }

    /**
     * A key as variables: those of the environment if there is one, else those of the file.
     *
     * @return empty where there is neither
     * @throws IllegalArgumentException in one line that says what to do
     */
    static Optional<Map<String, String>> variables(String prefix, Map<String, String> environment, Path file) {
        if (FIELDS.values().stream().anyMatch(end -> environment.containsKey(prefix + end))) {
            return Optional.of(environment);
        }
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        requireOwnersAlone(file);
        try {
            return Optional.of(fields(JSON.readTree(Files.readString(file)), prefix));
        } catch (JsonProcessingException e) {
            // Its message would quote the file.
            throw new IllegalArgumentException(
                    file + " is not JSON, expected {\"api_key\":\"…\",\"api_secret\":\"…\"}");
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " can't be read: " + e.getClass().getSimpleName(), e);
        }
    }

    private static Map<String, String> fields(JsonNode json, String prefix) {
        Map<String, String> variables = new HashMap<>();
        FIELDS.forEach((field, end) -> {
            if (json.path(field).isTextual()) {
                variables.put(prefix + end, json.path(field).textValue());
            }
        });
        return variables;
    }

    private static void requireOwnersAlone(Path file) {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                throw new IllegalArgumentException(file + " is a link; name the file itself");
            }
            if (!OWNERS.containsAll(attributes.permissions())) {
                throw new IllegalArgumentException(file + " can be read by others than its owner: chmod 600 " + file);
            }
        } catch (UnsupportedOperationException | IOException e) {
            throw new IllegalArgumentException(
                    "who can read " + file + " can't be told on this file system: give the key in the environment", e);
        }
    }
}

package dev.sextant.signals.strategy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads strategy files. Called by whoever loads or reloads one: the scorer, the command line, back-tests. The format is
 * published as {@code strategies/strategy.schema.json}; beyond it, a file that could never fire is refused.
 */
public final class StrategyFile {

    /** The longest file read, in characters. */
    public static final int MAX_CHARS = 65_536;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrategyFile() {}

    /**
     * The strategy in a file's text.
     *
     * @throws InvalidStrategyException listing everything wrong, each with its JSON path, the value and what is expected
     */
    public static Strategy parse(String text) {
        List<StrategyProblem> problems = new ArrayList<>();
        Strategy read = StrategyReader.read(new ObjectReader("$", tree(text), problems));
        if (problems.isEmpty()) {
            StrategyChecks.check(read, problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidStrategyException(problems);
        }
        return StrategyJson.withContentHash(read);
    }

    private static JsonNode tree(String text) {
        if (text.length() > MAX_CHARS) {
            throw refused(text.length() + " characters long", "at most " + MAX_CHARS);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw refused("not JSON: " + e.getOriginalMessage() + where, "one JSON object");
        } catch (NumberFormatException e) {
            // Jackson parses numbers late and lets this one through: an exponent beyond what a decimal can hold.
            throw refused("not JSON: " + e.getMessage(), "one JSON object");
        }
    }

    private static InvalidStrategyException refused(String value, String expected) {
        return new InvalidStrategyException(List.of(new StrategyProblem("$", value, expected)));
    }
}

package dev.sextant.recordings.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON whose numbers never pass through floating point. Thread-safe. */
public final class ExactJson {

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(64)
                            .maxStringLength(LineReader.MAX_CHARS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** A message may repeat a field's name, which may be as long as the input. */
    private static final int MAX_REASON = 200;

    private static final ObjectReader WHOLE =
            MAPPER.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ExactJson() {}

    /**
     * The one value the text consists of.
     *
     * @throws IllegalArgumentException when it isn't JSON
     */
    public static JsonNode read(String text) {
        try {
            return WHOLE.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + reason(e), e);
        } catch (NumberFormatException e) {
            // Jackson parses numbers late and lets this one through: an exponent beyond what a decimal can hold.
            throw new IllegalArgumentException("not JSON: a number beyond any decimal's range", e);
        }
    }

    /** The first line of the reason, without the text it is about. */
    static String reason(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + " column "
                        + e.getLocation().getColumnNr();
        String line = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return (line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…") + place;
    }
}

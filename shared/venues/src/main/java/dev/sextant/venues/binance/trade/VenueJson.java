package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads the venue's JSON strictly: one whole document, no double keys, and fields that are what they should be. */
final class VenueJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** No exponents: {@code 1e999999999} is a short text and an endless number. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    private static final int SHOWN = 200;

    private VenueJson() {}

    static JsonNode parse(String body) throws MalformedAnswerException {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (!json.isContainerNode()) {
                throw new MalformedAnswerException("the answer is neither an object nor a list: '" + shown(body) + "'");
            }
            return json;
        } catch (JsonProcessingException | NumberFormatException e) {
            // Jackson parses numbers late and lets the second through: an exponent beyond what a decimal can hold.
            throw new MalformedAnswerException("the answer is not JSON: '" + shown(body) + "'");
        }
    }

    static JsonNode list(JsonNode json) throws MalformedAnswerException {
        if (!json.isArray()) {
            throw new MalformedAnswerException("the answer is '" + shown(json.toString()) + "', expected a list");
        }
        return json;
    }

    static String text(JsonNode object, String field) throws MalformedAnswerException {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw wrong(field, value, "text");
        }
        return value.textValue();
    }

    static long whole(JsonNode object, String field) throws MalformedAnswerException {
        JsonNode value = object.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(field, value, "a whole number");
        }
        return value.longValue();
    }

    static boolean flag(JsonNode object, String field) throws MalformedAnswerException {
        JsonNode value = object.path(field);
        if (!value.isBoolean()) {
            throw wrong(field, value, "true or false");
        }
        return value.booleanValue();
    }

    static BigDecimal decimal(JsonNode object, String field) throws MalformedAnswerException {
        JsonNode value = object.path(field);
        if (!value.isTextual() || !DECIMAL.matcher(value.textValue()).matches()) {
            throw wrong(field, value, "a plain decimal as text");
        }
        return new BigDecimal(value.textValue());
    }

    static Quantity quantity(JsonNode object, String field) throws MalformedAnswerException {
        BigDecimal value = decimal(object, field);
        if (value.signum() < 0) {
            throw wrong(field, object.path(field), "a quantity of 0 or more");
        }
        return new Quantity(value);
    }

    static Symbol symbol(JsonNode object) throws MalformedAnswerException {
        return symbol(object, "symbol");
    }

    static Symbol symbol(JsonNode object, String field) throws MalformedAnswerException {
        String name = text(object, field);
        try {
            return new Symbol(name);
        } catch (IllegalArgumentException e) {
            throw wrong(field, object.path(field), "a symbol");
        }
    }

    static MalformedAnswerException wrong(String field, JsonNode value, String expected) {
        return new MalformedAnswerException("field " + field + " is "
                + shown(value.isMissingNode() ? "missing" : value.toString()) + ", expected " + expected);
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}

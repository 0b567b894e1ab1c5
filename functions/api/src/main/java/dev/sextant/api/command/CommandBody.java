package dev.sextant.api.command;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of a command, read strictly: one JSON object with a reason and the fields that the command knows. */
public final class CommandBody {

    /** The form of a person's name. */
    public static final Pattern PERSON = Pattern.compile("\\p{L}[\\p{L} .'-]{1,59}");

    /** The form of a symbol, of a pair such as {@code BTC/USD}, or of an asset. */
    public static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.]{1,20}(?:/[A-Z0-9.]{1,20})?");

    private static final String ACCOUNT_FIELD = "account";
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
    private static final String REASON_FIELD = "reason";
    private static final Pattern REASON = Pattern.compile("[^\\p{C}\\u2028\\u2029]{1,200}");
    private static final String EXPECTED = "a text of 1 to 200 characters on one line";
    private static final String AMOUNT = "the text of a number other than 0, such as \"-12.5\"";
    private static final Pattern EXACT = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,18})?");
    private static final int MAX_DEPTH = 16;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,8})?");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;

    private CommandBody(JsonNode root) {
        this.root = root;
    }

    static CommandBody read(byte[] body, String... fields) {
        List<String> known =
                Stream.concat(Stream.of(REASON_FIELD), Stream.of(fields)).toList();
        JsonNode root = parse(body);
        if (!root.isObject()) {
            throw notJson("the body is not a JSON object");
        }
        for (String name : (Iterable<String>) root::fieldNames) {
            if (!known.contains(name)) {
                throw ApiException.badValue("body field", name, "only " + known);
            }
        }
        return new CommandBody(root);
    }

    /** Why, for the audit: 1 to 200 characters on one line. */
    public String reason() {
        return text(REASON_FIELD, REASON, EXPECTED);
    }

    /** The account that is meant, or null where none is named. */
    public @Nullable String account() {
        return has(ACCOUNT_FIELD) ? text(ACCOUNT_FIELD, ACCOUNT, "an account's name") : null;
    }

    /** Whether a field that may be left out is there. */
    public boolean has(String field) {
        return root.has(field);
    }

    /** A text that is not blank and has a form. */
    public String text(String field, Pattern form, String expected) {
        JsonNode value = present(field, expected);
        if (!value.isTextual()
                || !form.matcher(value.textValue()).matches()
                || value.textValue().isBlank()) {
            throw ApiException.badValue(field, value.asText(), expected);
        }
        return value.textValue();
    }

    /** Texts of a form, as many as there may be at most. */
    public List<String> texts(String field, Pattern form, String expected, int most) {
        JsonNode values = present(field, expected);
        if (!values.isArray() || values.size() > most) {
            throw ApiException.badValue(field, values.toString(), expected);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
                throw ApiException.badValue(field, value.isValueNode() ? value.asText() : value.toString(), expected);
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    /** One of a few words. */
    public String oneOf(String field, List<String> words) {
        String expected = "one of " + String.join(", ", words);
        JsonNode value = present(field, expected);
        if (!value.isTextual() || !words.contains(value.textValue())) {
            throw ApiException.badValue(field, value.asText(), expected);
        }
        return value.textValue();
    }

    /** A whole number in a closed range. */
    public int number(String field, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        JsonNode value = present(field, expected);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw ApiException.badValue(field, value.asText(), expected);
        }
        return value.intValue();
    }

    /** A whole number that no client counts itself: a version. */
    public long version(String field) {
        String expected = "a whole number from 1 up, as the last answer had it";
        JsonNode value = present(field, expected);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
            throw ApiException.badValue(field, value.asText(), expected);
        }
        return value.longValue();
    }

    /** Numbers by name, at least one; each a JSON number or the text of one, without an exponent. */
    public Map<String, BigDecimal> numbers(String field) {
        String expected = "an object of names and numbers";
        JsonNode object = present(field, expected);
        if (!object.isObject() || object.isEmpty()) {
            throw ApiException.badValue(field, object.toString(), expected);
        }
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        object.properties().forEach(entry -> numbers.put(entry.getKey(), number(entry.getKey(), entry.getValue())));
        return numbers;
    }

    /** An amount of an asset other than zero: the text of a number without an exponent, to 18 decimals. */
    public BigDecimal amount(String field) {
        BigDecimal amount = new BigDecimal(text(field, EXACT, AMOUNT));
        if (amount.signum() == 0) {
            throw ApiException.badValue(field, amount.toPlainString(), AMOUNT);
        }
        return amount;
    }

    private static BigDecimal number(String name, JsonNode value) {
        boolean scalar = value.isTextual() || value.isNumber();
        if (!scalar || !DECIMAL.matcher(value.asText()).matches()) {
            throw ApiException.badValue(
                    name, value.isValueNode() ? value.asText() : value.toString(), "a number such as 12.5");
        }
        return new BigDecimal(value.asText());
    }

    private JsonNode present(String field, String expected) {
        JsonNode value = root.path(field);
        if (value.isMissingNode()) {
            throw ApiException.missing(field, expected);
        }
        return value;
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

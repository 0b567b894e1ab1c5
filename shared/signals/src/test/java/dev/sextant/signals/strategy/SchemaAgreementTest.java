package dev.sextant.signals.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sextant.signals.factor.FactorKind;
import dev.sextant.signals.factor.ParamSpec;
import dev.sextant.signals.testing.Files;
import dev.sextant.signals.testing.StrategyFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The parser and the published schema, beside each other on files changed at random. */
class SchemaAgreementTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.read(Files.root().resolve("strategies/strategy.schema.json")));

    @Property(tries = 600)
    void whatTheSchemaRefusesTheParserRefusesAndWhatTheParserAcceptsFits(
            @ForAll("names") String name, @ForAll @IntRange(max = 10_000) int place, @ForAll("values") String json)
            throws IOException {
        String file = Files.strategy(name);
        List<String> pointers = new ArrayList<>();
        collect("", JSON.readTree(file), pointers);
        String changed = StrategyFiles.with(file, pointers.get(place % pointers.size()), json);
        boolean fits = SCHEMA.validate(JSON.readTree(changed)).isEmpty();
        InvalidStrategyException refused = refusal(changed);
        if (!fits && refused == null) {
            fail("the parser accepts what the schema refuses: " + changed);
        }
        if (fits && refused != null && !senseless(refused)) {
            fail("the schema accepts what the parser refuses: " + refused.getMessage());
        }
    }

    @Property(tries = 600)
    void brokenTextIsRefusedAndNothingElseHappens(
            @ForAll("names") String name,
            @ForAll @IntRange(max = 5_000) int place,
            @ForAll @IntRange(max = 40) int cut,
            @ForAll("pieces") String piece) {
        String file = Files.strategy(name);
        int from = place % file.length();
        String broken = file.substring(0, from) + piece + file.substring(Math.min(file.length(), from + cut));
        // Some cuts leave a good file; whatever else happens must be the one documented exception.
        refusal(broken);
    }

    @Example
    void theSchemaKnowsEveryFactorAndParameterWithItsBoundsAndDefault() throws IOException {
        JsonNode schema = JSON.readTree(Files.read(Files.root().resolve("strategies/strategy.schema.json")));
        for (FactorKind kind : FactorKind.values()) {
            JsonNode properties = schema.at("/$defs/" + kind.wireName() + "/properties");
            assertEquals(
                    kind.category().wireName(), properties.at("/category/const").textValue());
            assertEquals(
                    kind.params().size(), properties.at("/params/properties").size(), kind.wireName());
            for (ParamSpec param : kind.params()) {
                JsonNode published = properties.at("/params/properties/" + param.name());
                assertEquals(
                        param.whole() ? "integer" : "number",
                        published.path("type").textValue());
                same(param.min(), published.path("minimum"));
                same(param.max(), published.path("maximum"));
                same(param.standard(), published.path("default"));
            }
        }
    }

    private static void same(BigDecimal expected, JsonNode actual) {
        assertEquals(0, expected.compareTo(actual.decimalValue()), () -> expected + " and " + actual);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(ShippedStrategies.NAMES);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "0",
                "1",
                "-1",
                "0.5",
                "15",
                "30",
                "31",
                "60",
                "75",
                "100",
                "1e2",
                "2.0",
                "86400",
                "86401",
                "1000000",
                "\"\"",
                "\"x\"",
                "\"light\"",
                "\"cvd\"",
                "\"oi\"",
                "\"5.2\"",
                "[]",
                "{}",
                "[1]",
                "{\"a\":1}",
                "[\"BTCUSDT\"]",
                "{\"required\":true}");
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of("", "{", "}", "[", "\"", ",", "null", "9", "-", "\\u0000", "é", "e999", "//", " ");
    }

    /** Whether it was refused for a reason that only shows between fields. */
    private static boolean senseless(InvalidStrategyException refused) {
        return refused.problems().stream()
                .map(StrategyProblem::expected)
                .anyMatch(expected -> expected.matches(
                        "(at least|at most fast_s|at most the cap|at most \\d+, the highest|exactly one band"
                                + "|each factor once|a factor of category|0 while mid_s).*"));
    }

    private static @Nullable InvalidStrategyException refusal(String file) {
        try {
            StrategyFile.parse(file);
            return null;
        } catch (InvalidStrategyException e) {
            return e;
        }
    }

    private static void collect(String pointer, JsonNode node, List<String> pointers) {
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        node.properties().forEach(field -> collect(pointer + "/" + field.getKey(), field.getValue(), pointers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(pointer + "/" + i, node.get(i), pointers);
        }
    }
}

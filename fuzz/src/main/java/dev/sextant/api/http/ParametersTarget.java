package dev.sextant.api.http;

import static dev.sextant.fuzz.PropertyBroken.unless;
import static dev.sextant.fuzz.PropertyBroken.unlessEqual;

import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpParameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The API's query parameters, cursors and ids, from {@code name=value&name=value} with the values as they are after
 * decoding. Only {@link ApiException}, whose message shows a value cut and without invisible characters. A limit, a time
 * and a cursor that are taken are in range, and a cursor survives writing and reading.
 */
public final class ParametersTarget implements FuzzTarget {

    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    @Override
    public String name() {
        return "api-parameters";
    }

    @Override
    public Verdict check(byte[] input) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String pair : new String(input, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            given.computeIfAbsent(equals < 0 ? pair : pair.substring(0, equals), _ -> new ArrayList<>())
                    .add(equals < 0 ? "" : pair.substring(equals + 1));
        }
        try {
            return new Verdict.Accepted(read(new Parameters(parameters(given)), given));
        } catch (ApiException e) {
            unless(String.valueOf(e.getMessage()).chars().noneMatch(Character::isISOControl), "a message is visible");
            return Verdict.refused(e);
        }
    }

    private static String read(Parameters parameters, Map<String, List<String>> given) {
        int limit = parameters.limit();
        unless(limit >= 1 && limit <= 500, "a limit is 1 to 500");
        Cursor cursor = parameters.cursor("orders");
        unlessEqual(cursor, Cursor.decode("orders", cursor.encode("orders")), "a cursor survives writing and reading");
        TimeSpan span = parameters.span();
        checkTime(span.from());
        checkTime(span.to());
        TimeSpan steps = span.wholeSteps(15_000);
        unless(steps.from() == null || steps.from().toEpochMilli() % 15_000 == 0, "steps are whole");
        String id = given.getOrDefault("id", List.of("")).getFirst();
        String symbol = given.getOrDefault("path", List.of("")).getFirst();
        return (cursor.equals(Cursor.START) ? "start" : "cursor")
                + (parameters.strategy() == null ? "" : " strategy")
                + (parameters.symbol() == null ? "" : " symbol")
                + (parameters.flag("taken") == null ? "" : " flag")
                + (span.from() == null ? "" : " from")
                + (id.isEmpty() ? "" : Ids.hash("id", id).substring(0, 1))
                + (symbol.isEmpty() ? "" : " " + Ids.symbol(symbol).length() / 10);
    }

    private static void checkTime(@org.jspecify.annotations.Nullable Instant at) {
        unless(at == null || (!at.isBefore(Instant.EPOCH) && at.isBefore(END)), "a time is from 1970 to 2099");
    }

    private static MutableHttpParameters parameters(Map<String, List<String>> given) {
        MutableHttpParameters parameters = HttpRequest.GET("/").getParameters();
        given.forEach((name, values) -> parameters.add(name, List.<CharSequence>copyOf(values)));
        return parameters;
    }
}

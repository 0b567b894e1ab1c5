package dev.sextant.venues.binance.trade;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The numbers in the venue's rate-limit headers. What isn't a number of sensible size is as if it weren't there. */
record RateLimitHeaders(HttpHeaders headers) {

    private static final String ORDER_COUNT = "x-mbx-order-count-";
    private static final String SENSIBLE = "[0-9]{1,9}";

    /** Weight of this address in the running minute. */
    OptionalLong usedWeight() {
        return number("x-mbx-used-weight-1m");
    }

    /** How long to send nothing, milliseconds. */
    OptionalLong retryAfterMs() {
        OptionalLong seconds = number("retry-after");
        return seconds.isPresent() ? OptionalLong.of(seconds.getAsLong() * 1_000) : seconds;
    }

    /** Orders of the account per interval, for example {@code 10S} and {@code 1M}. */
    Map<String, Long> orderCounts() {
        Map<String, Long> counts = new TreeMap<>();
        headers.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(ORDER_COUNT)) {
                parse(values)
                        .ifPresent(count ->
                                counts.put(lower.substring(ORDER_COUNT.length()).toUpperCase(Locale.ROOT), count));
            }
        });
        return counts;
    }

    private OptionalLong number(String name) {
        return parse(headers.allValues(name));
    }

    private static OptionalLong parse(List<String> values) {
        return values.isEmpty() || !values.getFirst().strip().matches(SENSIBLE)
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(values.getFirst().strip()));
    }
}

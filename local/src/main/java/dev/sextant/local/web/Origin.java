package dev.sextant.local.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. A request must name this machine (another name means that somebody's DNS points here), and a write that a
 * browser sends must come from our own pages, by the browser's own word.
 */
final class Origin {

    private static final Pattern HOST = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?");
    private static final Pattern ORIGIN = Pattern.compile("https?://" + HOST.pattern());
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OUR_SITE = Set.of("same-origin", "none");

    private Origin() {}

    static Optional<Answer> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        @Nullable String host = only(headers, "Host");
        if (host == null || !HOST.matcher(host).matches()) {
            return Optional.of(Answer.error(421, "wrong_host", "Host must be localhost or 127.0.0.1"));
        }
        boolean write = !READS.contains(exchange.getRequestMethod());
        if (write
                && !(ours(headers, "Sec-Fetch-Site", OUR_SITE::contains)
                        && ours(
                                headers,
                                "Origin",
                                origin -> ORIGIN.matcher(origin).matches()))) {
            return Optional.of(Answer.error(403, "cross_site", "a page of another site may not write here"));
        }
        return Optional.empty();
    }

    /** Programs send no such header; where a browser does, it must be ours. */
    private static boolean ours(Headers headers, String name, java.util.function.Predicate<String> good) {
        return !headers.containsKey(name) || headers.get(name).stream().allMatch(good);
    }

    private static @Nullable String only(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : null;
    }
}

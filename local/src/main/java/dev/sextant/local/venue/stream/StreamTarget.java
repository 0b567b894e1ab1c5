package dev.sextant.local.venue.stream;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a WebSocket URL asks for.
 *
 * @param combined whether frames come as {@code {"stream":…,"data":…}}
 * @param streams subscribed by the URL itself
 * @param listenKey of the private route, or null
 * @param events the private route's allow list; empty allows all
 */
record StreamTarget(
        Route route,
        boolean combined,
        List<String> streams,
        @Nullable String listenKey,
        Set<String> events) {

    /** The target of a path with query, or null when there is no such path. */
    static @Nullable StreamTarget of(String resource) {
        if (!resource.startsWith("/")) {
            return null;
        }
        int question = resource.indexOf('?');
        String path = question < 0 ? resource : resource.substring(0, question);
        Map<String, String> query = question < 0 ? Map.of() : query(resource.substring(question + 1));
        List<String> parts = List.of(path.substring(1).split("/", -1));
        Route route = route(parts.getFirst());
        List<String> tail = route == null ? parts : parts.subList(1, parts.size());
        if (tail.isEmpty() || !(tail.getFirst().equals("ws") || tail.getFirst().equals("stream"))) {
            return null;
        }
        boolean combined = tail.getFirst().equals("stream");
        List<String> named = names(tail.subList(1, tail.size()));
        if (route == Route.PRIVATE) {
            String key = named.isEmpty() ? query.get("listenKey") : named.getFirst();
            return new StreamTarget(route, combined, List.of(), key, Set.copyOf(names(query, "events")));
        }
        List<String> streams = combined ? names(query, "streams") : named;
        return new StreamTarget(route == null ? Route.PUBLIC : route, combined, streams, null, Set.of());
    }

    /** The un-routed paths of old still open, with the public class of data. */
    private static @Nullable Route route(String part) {
        return switch (part) {
            case "public" -> Route.PUBLIC;
            case "market" -> Route.MARKET;
            case "private" -> Route.PRIVATE;
            default -> null;
        };
    }

    private static List<String> names(Map<String, String> query, String name) {
        return names(List.of(query.getOrDefault(name, "").split("/", -1)));
    }

    private static List<String> names(List<String> parts) {
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private static Map<String, String> query(String text) {
        Map<String, String> result = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                result.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return result;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text; // a stray percent sign: no stream and no key has this name
        }
    }
}

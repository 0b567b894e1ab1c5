package dev.sextant.local.web;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Serves the dashboard's files; a path without a dot is one of its pages, and they are all in index.html. */
final class StaticFiles {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Pattern PAGE = Pattern.compile("(?:/[A-Za-z0-9_~-]*)+");
    private static final String INDEX = "/index.html";

    private final Assets assets;

    StaticFiles(Assets assets) {
        this.assets = assets;
    }

    Answer answer(HttpExchange exchange) {
        if (!METHODS.contains(exchange.getRequestMethod())) {
            return notAllowed();
        }
        String path = exchange.getRequestURI().getRawPath();
        Optional<Asset> asset = assets.at(path);
        if (asset.isEmpty() && PAGE.matcher(path).matches()) {
            asset = assets.at(INDEX);
            if (asset.isEmpty()) {
                return Answer.error(404, "no_dashboard", "the dashboard is not built; the API is at /api/v1/health");
            }
        }
        String ifNoneMatch = String.join(",", exchange.getRequestHeaders().getOrDefault("If-None-Match", List.of()));
        return asset.map(found -> found.answer(ifNoneMatch))
                .orElseGet(() -> Answer.error(404, "not_found", "there is no such file"));
    }

    private static Answer notAllowed() {
        Map<String, String> headers = PageHeaders.with("Allow", "GET, HEAD", "Cache-Control", "no-store");
        return Answer.empty(405, headers);
    }
}

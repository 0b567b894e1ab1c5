package dev.sextant.local.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** One file of the dashboard, in memory, with the headers it is served under. */
final class Asset {

    /** How the bundler names what never changes: {@code index-B3dQx9_k.js}. */
    private static final Pattern HASHED = Pattern.compile(".*-[A-Za-z0-9_-]{8,}\\.[a-z0-9]+");

    private static final String FALLBACK_TYPE = "application/octet-stream";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private final byte[] bytes;
    private final String etag;
    private final String type;
    private final String caching;

    /** @param path below the dashboard's folder, with a leading slash */
    Asset(String path, byte[] bytes) {
        this.bytes = bytes;
        this.etag = '"' + sha256(bytes).substring(0, 32) + '"';
        this.type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), FALLBACK_TYPE);
        this.caching = caching(path);
    }

    private static String caching(String path) {
        if (path.endsWith(".html")) {
            // It names the hashed files; an old one would ask for files that are gone.
            return "no-store";
        }
        return path.startsWith("/assets/") && HASHED.matcher(path).matches()
                ? "public, max-age=31536000, immutable"
                : "no-cache";
    }

    /** The file, or 304 where the browser has it. */
    Answer answer(String ifNoneMatch) {
        boolean known = ifNoneMatch.equals("*") || ifNoneMatch.contains(etag);
        Map<String, String> headers = PageHeaders.with("Content-Type", type, "Cache-Control", caching);
        headers.put("ETag", etag);
        return known ? Answer.empty(304, headers) : new Answer(200, headers, bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}

package dev.sextant.local.venue.kraken.rest;

import dev.sextant.local.venue.kraken.account.Refusal;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request's fields, decoded. */
record Form(Map<String, String> fields) {

    /** The fields of a form body or a query; of a name that comes twice the last. */
    static Form of(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** Empty when it was left out. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean flag(String name) {
        return switch (text(name)) {
            case "true", "1" -> true;
            case "", "false", "0" -> false;
            default -> throw Refusal.argument(name);
        };
    }

    /** A whole number, 0 or more. */
    long whole(String name, long otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw Refusal.argument(name);
        }
        return Long.parseLong(text);
    }

    /** Seconds with decimals, as milliseconds. */
    long secondsAsMs(String name, long otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{0,9})?")) {
            throw Refusal.argument(name);
        }
        return new BigDecimal(text).movePointRight(3).longValue();
    }
}

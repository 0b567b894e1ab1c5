package dev.sextant.local.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers under which the dashboard's files are served: nothing inline, nothing foreign, nowhere framed. */
final class PageHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Referrer-Policy",
            "no-referrer",
            "Strict-Transport-Security",
            "max-age=63072000; includeSubDomains",
            "X-Content-Type-Options",
            "nosniff");

    private PageHeaders() {}

    /** All of them and two more. */
    static Map<String, String> with(String name, String value, String secondName, String secondValue) {
        Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
        headers.put(name, value);
        headers.put(secondName, secondValue);
        return headers;
    }
}

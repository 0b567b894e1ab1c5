package dev.sextant.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.TreeMap;

/** The headers that every answer carries: JSON for programs, never a page, never kept. */
final class AnswerHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Type", "application/json",
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Referrer-Policy", "no-referrer",
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
            "X-Content-Type-Options", "nosniff");

    private AnswerHeaders() {}

    static APIGatewayV2HTTPResponse on(APIGatewayV2HTTPResponse answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (answer.getHeaders() != null) {
            headers.putAll(answer.getHeaders());
        }
        headers.putAll(ALWAYS);
        answer.setHeaders(headers);
        return answer;
    }
}

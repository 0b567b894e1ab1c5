package dev.sextant.local.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as API Gateway's HTTP API hands it to a function (payload format 2.0): the path decoded, the query both raw
 * and decoded with repeated names joined by commas, header names in lower case, cookies apart, the body as text where it
 * is text.
 */
final class GatewayEvent {

    private static final String STAGE = "$default";

    private GatewayEvent() {}

    static APIGatewayV2HTTPEvent of(HttpExchange exchange, byte[] body) {
        URI uri = exchange.getRequestURI();
        Map<String, String> headers = headers(exchange);
        @Nullable String cookies = headers.remove("cookie");
        @Nullable String text = text(body);
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(STAGE)
                .withRawPath(uri.getPath())
                .withRawQueryString(uri.getRawQuery() == null ? "" : uri.getRawQuery())
                .withQueryStringParameters(query(uri.getRawQuery()))
                .withHeaders(headers)
                .withCookies(cookies == null ? null : List.of(cookies.split("; ?", -1)))
                .withBody(
                        body.length == 0
                                ? null
                                : text == null ? Base64.getEncoder().encodeToString(body) : text)
                .withIsBase64Encoded(body.length > 0 && text == null)
                .withRequestContext(context(exchange, headers))
                .build();
    }

    private static RequestContext context(HttpExchange exchange, Map<String, String> headers) {
        RequestContext.Http http = RequestContext.Http.builder()
                .withMethod(exchange.getRequestMethod())
                .withPath(exchange.getRequestURI().getPath())
                .withProtocol(exchange.getProtocol())
                .withSourceIp(exchange.getRemoteAddress().getAddress().getHostAddress())
                .withUserAgent(headers.getOrDefault("user-agent", ""))
                .build();
        return RequestContext.builder()
                .withRouteKey(STAGE)
                .withStage(STAGE)
                .withApiId("local")
                .withDomainName(headers.getOrDefault("host", "localhost"))
                .withRequestId(UUID.randomUUID().toString())
                .withHttp(http)
                .build();
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    private static @Nullable Map<String, String> query(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            query.merge(name, value, (first, next) -> first + "," + next);
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }
}

package dev.sextant.infra.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogDestination;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.logs.ILogGroup;

/** One line a request: who asked for what and how it went; no header, no query, no body. */
final class RequestLog implements IAccessLogSettings {

    private static final Map<String, String> FIELDS = new TreeMap<>(Map.of(
            "request_id", "requestId",
            "at", "requestTimeEpoch",
            "ip", "identity.sourceIp",
            "method", "httpMethod",
            "path", "path",
            "status", "status",
            "ms", "responseLatency",
            "door", "authorizer.error",
            "error", "integrationErrorMessage"));

    private final LogGroupLogDestination log;

    RequestLog(ILogGroup log) {
        this.log = new LogGroupLogDestination(log);
    }

    @Override
    public IAccessLogDestination getDestination() {
        return log;
    }

    @Override
    public AccessLogFormat getFormat() {
        return AccessLogFormat.custom(FIELDS.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"$context." + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}")));
    }
}

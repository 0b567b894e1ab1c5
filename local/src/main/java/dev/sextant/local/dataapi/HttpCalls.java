package dev.sextant.local.dataapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The protocol around the operations: paths, signatures, sizes, faults, and errors in the REST-JSON form. */
final class HttpCalls implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCalls.class);

    /** How much of a too large request is read away, so that the client gets its answer instead of a reset. */
    private static final long DRAIN_BYTES = 16L << 20;

    private final Calls calls;
    private final Faults faults;
    private final Limits limits;
    private final ObjectMapper mapper = new ObjectMapper();

    HttpCalls(Calls calls, Faults faults, Limits limits) {
        this.calls = calls;
        this.faults = faults;
        this.limits = limits;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                ObjectNode answer = answer(exchange);
                if (answer != null) {
                    send(exchange, 200, answer);
                }
            } catch (ApiError e) {
                fail(exchange, e);
            } catch (SQLException e) {
                fail(exchange, ApiError.database(e));
            } catch (RuntimeException e) { // a bug of ours must reach the caller as the service's own internal error
                LOG.error("Data API call failed", e);
                fail(exchange, ApiError.internal("internal error", e));
            }
        }
    }

    /** The answer, or null when it is to be lost. */
    private @Nullable ObjectNode answer(HttpExchange exchange) throws IOException, SQLException {
        byte[] body = body(exchange);
        if (!exchange.getRequestHeaders().containsKey("Authorization")) {
            throw ApiError.unsigned();
        }
        Operation operation = operation(exchange);
        Request request = Request.parse(mapper, body);
        String sql = request.optionalText("sql");
        delay();
        return switch (faults.judge(operation, sql == null ? "" : sql)) {
            case NONE -> calls.answer(operation, request);
            case FAIL_BEFORE -> throw ApiError.internal("fault on demand", null);
            case RESUMING -> throw ApiError.resuming(request.requiredText("resourceArn"));
            case LOSE_ANSWER -> {
                calls.answer(operation, request);
                yield null;
            }
        };
    }

    private byte[] body(HttpExchange exchange) throws IOException {
        long headerBytes = exchange.getRequestHeaders().entrySet().stream()
                .mapToLong(header -> header.getKey().length()
                        + 4
                        + header.getValue().stream().mapToLong(String::length).sum())
                .sum();
        int room = (int) Math.max(0, limits.requestBytes() - headerBytes);
        InputStream in = exchange.getRequestBody();
        byte[] body = in.readNBytes(room + 1);
        if (body.length > room) {
            in.skip(DRAIN_BYTES);
            throw ApiError.requestTooLarge(limits.requestBytes());
        }
        return body;
    }

    private static Operation operation(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        for (Operation operation : Operation.values()) {
            if (operation.path().equals(path) && exchange.getRequestMethod().equals("POST")) {
                return operation;
            }
        }
        throw ApiError.unknownOperation(exchange.getRequestMethod() + " " + path);
    }

    private void delay() {
        long delayMs = faults.delayMs();
        if (delayMs > 0) {
            try {
                Thread.sleep(delayMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ApiError.internal("interrupted", e);
            }
        }
    }

    private void fail(HttpExchange exchange, ApiError error) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", error.getMessage());
        if (error.isTimeout()) {
            body.put("dbConnectionId", 0);
        }
        exchange.getResponseHeaders().set("x-amzn-ErrorType", error.type());
        send(exchange, error.status(), body);
    }

    private void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = mapper.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

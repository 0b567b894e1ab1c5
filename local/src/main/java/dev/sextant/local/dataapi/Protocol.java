package dev.sextant.local.dataapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The protocol around the operations: signatures, sizes, faults, and errors in the REST-JSON form. */
final class Protocol {

    private static final Logger LOG = LoggerFactory.getLogger(Protocol.class);

    private final Calls calls;
    private final Faults faults;
    private final Limits limits;
    private final ObjectMapper mapper = new ObjectMapper();

    Protocol(Calls calls, Faults faults, Limits limits) {
        this.calls = calls;
        this.faults = faults;
        this.limits = limits;
    }

    /** How many bytes a body may have beside headers of so many. */
    int room(long headerBytes) {
        return (int) Math.max(0, limits.requestBytes() - headerBytes);
    }

    /** What is said to a body that has more. */
    RawAnswer tooLarge() {
        return failed(ApiError.requestTooLarge(limits.requestBytes()));
    }

    /** The answer, or null when it is to be lost. */
    @Nullable
    RawAnswer answer(RawCall call) {
        try {
            ObjectNode answer = judged(call);
            return answer == null ? null : new RawAnswer(200, "", bytes(answer));
        } catch (ApiError e) {
            return failed(e);
        } catch (SQLException e) {
            return failed(ApiError.database(e));
        } catch (RuntimeException e) { // a bug of ours must reach the caller as the service's own internal error
            LOG.error("Data API call failed", e);
            return failed(ApiError.internal("internal error", e));
        }
    }

    private @Nullable ObjectNode judged(RawCall call) throws SQLException {
        if (!call.signed()) {
            throw ApiError.unsigned();
        }
        Operation operation = call.operation();
        Request request = Request.parse(mapper, call.body());
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

    private RawAnswer failed(ApiError error) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", error.getMessage());
        if (error.isTimeout()) {
            body.put("dbConnectionId", 0);
        }
        return new RawAnswer(error.status(), error.type(), bytes(body));
    }

    private byte[] bytes(ObjectNode body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

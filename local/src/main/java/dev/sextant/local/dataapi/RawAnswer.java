package dev.sextant.local.dataapi;

import java.util.Map;
import java.util.UUID;

/**
 * An answer as it leaves.
 *
 * @param errorType the service's name of the error; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record RawAnswer(int status, String errorType, byte[] body) {

    Map<String, String> headers() {
        String requestId = UUID.randomUUID().toString();
        return errorType.isEmpty()
                ? Map.of("Content-Type", "application/json", "x-amzn-RequestId", requestId)
                : Map.of(
                        "Content-Type",
                        "application/json",
                        "x-amzn-RequestId",
                        requestId,
                        "x-amzn-ErrorType",
                        errorType);
    }
}

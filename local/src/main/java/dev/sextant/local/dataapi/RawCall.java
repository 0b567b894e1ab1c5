package dev.sextant.local.dataapi;

/**
 * A request as it arrived, over HTTP or from this process.
 *
 * @param signed whether it had a signature; whose does not matter
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record RawCall(String method, String path, boolean signed, byte[] body) {

    /** The operation it asks for. */
    Operation operation() {
        for (Operation operation : Operation.values()) {
            if (operation.path().equals(path) && method.equals("POST")) {
                return operation;
            }
        }
        throw ApiError.unknownOperation(method + " " + path);
    }
}

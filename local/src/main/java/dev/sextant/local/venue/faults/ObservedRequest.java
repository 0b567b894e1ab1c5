package dev.sextant.local.venue.faults;

import java.util.Map;

/**
 * A REST request about to be handled.
 *
 * @param sequence 1 for the first request the server saw, 2 for the next
 * @param parameters decoded, from query and body
 * @param marketTimeMs the market clock when it arrived
 */
public record ObservedRequest(
        long sequence, String method, String path, Map<String, String> parameters, long marketTimeMs) {

    /** Whether it is this endpoint. */
    public boolean is(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && path.equals(wantedPath);
    }
}

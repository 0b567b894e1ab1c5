package dev.sextant.local.venue.rest;

import dev.sextant.domain.time.EpochClock;

/** Who may call what: the key, then the signature, then the time stamp against the market clock. */
final class Security {

    /** What an endpoint asks for. */
    enum Need {
        NOTHING,
        KEY,
        SIGNATURE
    }

    private static final long DEFAULT_RECV_WINDOW_MS = 5_000;
    private static final long MAX_RECV_WINDOW_MS = 60_000;
    private static final String FUTURES = "/fapi/";
    private static final long MAX_AHEAD_MS = 1_000;

    private final ApiKey known;
    private final EpochClock marketClock;

    Security(ApiKey known, EpochClock marketClock) {
        this.known = known;
        this.marketClock = marketClock;
    }

    void check(ApiRequest request, Need need) {
        if (need == Need.NOTHING) {
            return;
        }
        String key = request.apiKey();
        if (key == null || key.isBlank()) {
            throw ApiError.unauthorized(-2014, "API-key format invalid.");
        }
        if (!key.equals(known.key())) {
            throw ApiError.unauthorized(-2015, "Invalid API-key, IP, or permissions for action");
        }
        if (need == Need.SIGNATURE) {
            checkSigned(request);
        }
        if (request.path().startsWith(FUTURES) && !known.rights().futures()) {
            throw ApiError.unauthorized(-2015, "Invalid API-key, IP, or permissions for action");
        }
    }

    private void checkSigned(ApiRequest request) {
        Params params = request.params();
        params.required("signature");
        if (!Signatures.isValid(request, known.secret())) {
            throw ApiError.badRequest(-1022, "Signature for this request is not valid.");
        }
        long timestampMs = params.number("timestamp").orElseThrow(() -> Params.missing("timestamp"));
        long nowMs = marketClock.nowMs();
        if (timestampMs >= nowMs + MAX_AHEAD_MS || nowMs - timestampMs > recvWindowMs(params)) {
            throw ApiError.badRequest(
                    -1021,
                    timestampMs > nowMs
                            ? "Timestamp for this request was 1000ms ahead of the server's time."
                            : "Timestamp for this request is outside of the recvWindow.");
        }
    }

    private static long recvWindowMs(Params params) {
        long windowMs = params.number("recvWindow").orElse(DEFAULT_RECV_WINDOW_MS);
        if (windowMs > MAX_RECV_WINDOW_MS) {
            throw ApiError.badRequest(-1131, "recvWindow must be less than 60000");
        }
        return windowMs;
    }

    /** The last market time at which the matching engine may still accept the request. */
    static long validUntilMs(Params params) {
        return params.number("timestamp").orElseThrow(() -> Params.missing("timestamp")) + recvWindowMs(params);
    }
}

package dev.sextant.api.market;

/** How long a candle is; each is made of whole 15-second buckets. */
enum CandleWidth {
    FIFTEEN_SECONDS("15s", 15_000),
    ONE_MINUTE("1m", 60_000),
    FIVE_MINUTES("5m", 300_000);

    static final long BUCKET_MS = 15_000;

    private final String wireName;
    private final long widthMs;

    CandleWidth(String wireName, long widthMs) {
        this.wireName = wireName;
        this.widthMs = widthMs;
    }

    String wireName() {
        return wireName;
    }

    long widthMs() {
        return widthMs;
    }

    long buckets() {
        return widthMs / BUCKET_MS;
    }
}

package dev.sextant.platform.telemetry;

/** The units that CloudWatch knows and the desk uses. */
public enum MetricUnit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds");

    private final String wireName;

    MetricUnit(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}

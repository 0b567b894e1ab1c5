package dev.sextant.local.settings;

import java.util.Locale;

/** Every setting, with its default and the rule its value must follow. */
public enum Key {
    PORT("desk.port", "8080", "[1-9]\\d{0,4}", "a port, 1 to 65535"),
    CAPTURE("desk.capture", "captures/usdm-btcusdt-20240808.gz", ".+", "a capture file"),
    SPEED("desk.speed", "1", "max|\\d+(\\.\\d+)?", "a number above 0, or max"),
    LIVE("desk.live", "false", "true|false", "true or false"),
    LIVE_REST_URL(
            "live.rest_url",
            "https://fapi.binance.com",
            "https?://[^/\\s]+",
            "https://host without a slash at the end"),
    LIVE_WS_URL("live.ws_url", "wss://fstream.binance.com", "wss?://[^/\\s]+", "wss://host without a slash at the end"),
    LAMBDA_CADENCE("desk.lambda_cadence", "false", "true|false", "true or false"),
    STRATEGIES("desk.strategies", "strategies", ".+", "a folder of strategy files"),
    START_BALANCE("account.start_balance", "10000", "\\d+(\\.\\d+)?", "an amount of USDT"),
    RISK_PER_TRADE("account.risk_per_trade", "20", "\\d+(\\.\\d+)?", "an amount of USDT");

    private final String path;
    private final String defaultValue;
    private final String form;
    private final String expected;

    Key(String path, String defaultValue, String form, String expected) {
        this.path = path;
        this.defaultValue = defaultValue;
        this.form = form;
        this.expected = expected;
    }

    /** The name in the settings file: {@code section.key}. */
    public String path() {
        return path;
    }

    /** The environment variable: {@code SEXTANT__SECTION__KEY}. */
    public String variable() {
        return "SEXTANT__" + path.replace(".", "__").toUpperCase(Locale.ROOT);
    }

    String defaultValue() {
        return defaultValue;
    }

    /** What is wrong with a value, or an empty text. */
    String objection(String value) {
        return value.matches(form) ? "" : path + " is '" + value + "', expected " + expected;
    }
}

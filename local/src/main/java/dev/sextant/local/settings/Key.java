package dev.sextant.local.settings;

import java.util.Locale;

/** Every setting, with its default and the rule its value must follow. */
public enum Key {
    PORT("desk.port", "8080", Form.PORT, "a port, 1 to 65535"),
    CAPTURE("desk.capture", "captures/usdm-btcusdt-20240808.gz", Form.GIVEN, "a capture file"),
    SPEED("desk.speed", "1", Form.ABOVE_ZERO_OR_MAX, "a number above 0, or max"),
    LIVE("desk.live", "false", Form.FLAG, "true or false"),
    LIVE_REST_URL(
            "live.rest_url", "https://fapi.binance.com", Form.HTTP_HOST, "https://host without a slash at the end"),
    LIVE_WS_URL(
            "live.ws_url", "wss://fstream.binance.com", Form.WEB_SOCKET_HOST, "wss://host without a slash at the end"),
    LAMBDA_CADENCE("desk.lambda_cadence", "false", Form.FLAG, "true or false"),
    STRATEGIES("desk.strategies", "strategies", Form.GIVEN, "a folder of strategy files"),
    MONTHS_KEPT(
            "archive.months_kept", "2", Form.COUNT, "how many full months of trades stay in the database, 1 to 1200"),
    START_BALANCE("account.start_balance", "10000", Form.ABOVE_ZERO, "an amount of USDT above 0"),
    RISK_PER_TRADE("account.risk_per_trade", "20", Form.ABOVE_ZERO, "an amount of USDT above 0");

    private final String path;
    private final String defaultValue;
    private final Form form;
    private final String expected;

    Key(String path, String defaultValue, Form form, String expected) {
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
        return form.fits(value) ? "" : path + " is '" + SettingsFile.shown(value) + "', expected " + expected;
    }
}

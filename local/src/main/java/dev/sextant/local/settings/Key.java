package dev.sextant.local.settings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Predicate;

/** Every setting, with its default and the rule its value must follow. */
public enum Key {
    PORT("desk.port", "8080", Key::isPort, "a port, 1 to 65535"),
    CAPTURE("desk.capture", "captures/usdm-btcusdt-20240808.gz", Key::isGiven, "a capture file"),
    SPEED("desk.speed", "1", text -> text.equals("max") || isAboveZero(text), "a number above 0, or max"),
    LAMBDA_CADENCE("desk.lambda_cadence", "false", text -> text.matches("true|false"), "true or false"),
    STRATEGIES("desk.strategies", "strategies", Key::isGiven, "a folder of strategy files"),
    START_BALANCE("account.start_balance", "10000", Key::isAboveZero, "an amount of USDT above 0"),
    RISK_PER_TRADE("account.risk_per_trade", "20", Key::isAboveZero, "an amount of USDT above 0");

    private static final int MAX_PORT = 65_535;

    private final String path;
    private final String defaultValue;
    private final Predicate<String> rule;
    private final String expected;

    Key(String path, String defaultValue, Predicate<String> rule, String expected) {
        this.path = path;
        this.defaultValue = defaultValue;
        this.rule = rule;
        this.expected = expected;
    }

    private static boolean isGiven(String text) {
        return !text.isBlank();
    }

    private static boolean isPort(String text) {
        return text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= MAX_PORT;
    }

    private static boolean isAboveZero(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,8})?") && new BigDecimal(text).signum() > 0;
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
        return rule.test(value) ? "" : path + " is '" + value + "', expected " + expected;
    }
}

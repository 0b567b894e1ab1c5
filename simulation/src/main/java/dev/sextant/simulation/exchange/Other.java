package dev.sextant.simulation.exchange;

/** Who else may close what the account holds; the exchange keeps the ids of its own orders apart. */
public enum Other {
    PERSON("web_"),
    LIQUIDATION("autoclose-"),
    DELEVERAGING("adl_autoclose-");

    private final String prefix;

    Other(String prefix) {
        this.prefix = prefix;
    }

    String clientId(String orderId) {
        return prefix + orderId;
    }
}

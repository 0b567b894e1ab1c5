package dev.sextant.infra.settings;

/** How the exchange's keys sign; decides which variable carries the secret half. */
public enum KeyKind {
    ED25519("private_key", "SEXTANT_VENUE_PRIVATE_KEY"),
    HMAC("api_secret", "SEXTANT_VENUE_API_SECRET");

    private final String field;
    private final String variable;

    KeyKind(String field, String variable) {
        this.field = field;
        this.variable = variable;
    }

    /** The field of the secret, beside {@code api_key}. */
    public String field() {
        return field;
    }

    /** The variable the functions read it from. */
    public String variable() {
        return variable;
    }
}

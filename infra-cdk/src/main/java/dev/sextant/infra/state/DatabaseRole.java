package dev.sextant.infra.state;

/**
 * Who logs into the database. The migrations make these roles and say what each may do; here each gets a secret of its
 * own, which only the part of that name may read.
 */
public enum DatabaseRole {
    SIGNAL_SCORER("scorer"),
    RISK_CHECK("risk"),
    ORDER_PLACER("placer"),
    RECONCILER("reconciler"),
    API("api"),
    INGEST("ingest");

    private final String part;

    DatabaseRole(String part) {
        this.part = part;
    }

    /** The user in PostgreSQL. */
    public String user() {
        return "sextant_" + part;
    }

    /** The secret with its password. */
    public String secretName(String prefix) {
        return prefix + "/database/" + part;
    }
}

package dev.sextant.infra.state;

import java.util.Locale;

/**
 * Who logs into the database; what each may do there stands in the migrations. Each has a secret of its own, which only
 * the part of that name may read.
 */
public enum DatabaseRole {
    SCORER,
    RISK,
    PLACER,
    DIRECT,
    RECONCILER,
    API,
    INGEST;

    /** The user in PostgreSQL. */
    public String user() {
        return "sextant_" + name().toLowerCase(Locale.ROOT);
    }

    /** The secret with its password, named like that of the desk on one machine. */
    public String secretName(String prefix) {
        return prefix + "/role/" + user();
    }
}

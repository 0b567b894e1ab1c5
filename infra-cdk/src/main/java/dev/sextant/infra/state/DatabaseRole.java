package dev.sextant.infra.state;

import java.util.Locale;

/** Who logs into the database. Each has a secret of its own, which only the part of that name may read. */
public enum DatabaseRole {
    SIGNAL_SCORER,
    RISK_CHECK,
    ORDER_PLACER,
    RECONCILER,
    API,
    INGEST;

    /** The user in PostgreSQL. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }
}

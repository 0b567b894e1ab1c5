package dev.sextant.infra.state;

import java.util.List;
import java.util.Locale;

/**
 * Who logs into the database. Everybody reads everything. Each has a secret of its own, which only the part of that name
 * may read.
 */
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

    /** The schemas it writes in. */
    public List<String> writes() {
        return switch (this) {
            case SIGNAL_SCORER -> List.of("market", "strategy", "ops");
            case RISK_CHECK -> List.of("strategy", "execution", "risk", "ops");
            case ORDER_PLACER -> List.of("execution", "portfolio", "risk", "ops");
            case RECONCILER -> List.of("execution", "portfolio", "risk", "market", "ops");
            case API -> List.of("strategy", "risk", "ops");
            case INGEST -> List.of("market", "ops");
        };
    }

    /** The secret with its password. */
    public String secretName(String prefix) {
        return prefix + "/database/" + user();
    }
}

package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.SqlClient;

/** The placer's own ports on Postgres, for tests of other modules. */
public final class PlacerPorts {

    private PlacerPorts() {}

    /** Tells the guard whether the venue answered, and says what the guard said. */
    public static String watch(SqlClient sql, Account account, boolean reached, long nowMs) {
        GuardJournal.Word word = new SqlGuardJournal(sql).note(account, reached ? null : "no answer", nowMs);
        return word.newAlerts() + " alerts, " + word.state();
    }
}

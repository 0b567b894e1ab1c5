package dev.sextant.local.desk;

import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Optional;

/**
 * The trading session: one row per time the desk runs. A row without an end means that the desk crashed; then every
 * strategy stays STOPPED until somebody starts it. Entries are refused unless the newest session is HEALTHY.
 */
final class Sessions {

    /** How the last session ended. */
    enum PreviousEnd {
        NONE,
        CLEAN,
        CRASH
    }

    /** A session that has begun. */
    record Begun(long id, PreviousEnd previous) {}

    private final SqlClient sql;

    Sessions(SqlClient sql) {
        this.sql = sql;
    }

    /** Opens a session in RECOVERING; after a crash it stops every running strategy first. */
    Begun begin() {
        Optional<Row> last =
                sql.queryOne(Sql.of("select session_id, state from ops.sessions order by session_id desc limit 1"));
        PreviousEnd previous = last.map(
                        row -> row.text("state").equals("ENDED") ? PreviousEnd.CLEAN : PreviousEnd.CRASH)
                .orElse(PreviousEnd.NONE);
        if (previous == PreviousEnd.CRASH) {
            sql.query(Sql.of("""
                            select strategy.set_state(name, 'STOPPED',
                                'the desk ended without a clean stop; start it again with: ./sextant strategy start ' || name,
                                'desk', ops.market_time())::text as x
                            from strategy.strategies where state = 'RUNNING'"""));
        }
        String word = previous == PreviousEnd.NONE ? null : previous.name().toLowerCase(java.util.Locale.ROOT);
        long id = sql.callOne(Sql.of("""
                        insert into ops.sessions (state, previous_end) values ('RECOVERING', :previous)
                        returning session_id""").with("previous", word)).longValue("session_id");
        return new Begun(id, previous);
    }

    /** A reconciliation has read what is at the venue: entries may go. */
    void healthy(long id) {
        sql.update(Sql.of("""
                        update ops.sessions set state = 'HEALTHY', healthy_at = now(), heartbeat_at = now()
                        where session_id = :id and state = 'RECOVERING'""").with("id", id));
    }

    /** A clean stop. */
    void end(long id) {
        sql.update(Sql.of("update ops.sessions set state = 'ENDED', ended_at = now() where session_id = :id")
                .with("id", id));
    }

    /** Says that the desk is alive. */
    void beat(long id) {
        sql.update(Sql.of("update ops.sessions set heartbeat_at = now() where session_id = :id")
                .with("id", id));
    }
}

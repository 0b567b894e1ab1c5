package dev.sextant.bench;

import dev.sextant.local.desk.DeskData;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import java.nio.file.Path;

/** Prints how long each session of a desk was RECOVERING, and how many orders it had to settle. */
public final class Recovery {

    private static final String SESSIONS = """
            select session_id, coalesce(previous_end, 'none') as previous_end,
                   ops.ms(healthy_at) - ops.ms(started_at) as recovering_ms,
                   (select count(*) from (
                        select distinct on (intent_id) to_state from execution.order_events
                        where recorded_at < s.started_at order by intent_id, version desc) newest
                    where not execution.is_final(to_state)) as unfinished
            from ops.sessions s order by session_id""";

    private Recovery() {}

    /** @param args the desk's state folder */
    public static void main(String[] args) {
        try (DeskData data = DeskData.open(Path.of(args[0]))) {
            System.out.println("| session | the one before ended by | unfinished orders | RECOVERING ms |");
            System.out.println("| ---: | --- | ---: | ---: |");
            for (Row row : data.sqlAs("api").query(Sql.of(SESSIONS))) {
                System.out.println("| " + row.longValue("session_id") + " | " + row.text("previous_end") + " | "
                        + row.longValue("unfinished") + " | " + row.longOrNull("recovering_ms") + " |");
            }
        }
    }
}

package dev.sextant.local.scenario;

import dev.sextant.domain.order.RequestLedger;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.sql.Sql;
import java.util.Optional;

/** What the venue refuses a desk goes to its database; counts and pauses stay with the process, whose clock a test steps. */
final class HaltLedger implements RequestLedger {

    private final DeskDatabase database;
    private final EpochClock clock;

    HaltLedger(DeskDatabase database, EpochClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<String> take(Wish wish) {
        return Optional.empty();
    }

    @Override
    public boolean keepsHalts() {
        return true;
    }

    @Override
    public void tell(Said said) {
        String halt = said.halt();
        if (halt != null) {
            database.sql.callOne(Sql.of("select risk.halt_by_venue('paper-main', :halt, ops.ts(:now))::text as x")
                    .with("halt", halt)
                    .with("now", clock.nowMs()));
        }
    }
}

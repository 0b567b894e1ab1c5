package dev.sextant.ingest.sink;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.MarketRecord;
import java.util.List;

/** An entry of the outbox. */
sealed interface OutboxEntry {

    /** A record for {@code market}. */
    record OnMarket(MarketRecord entry) implements OutboxEntry {}

    /**
     * The ticks of one second, one per account, for {@code decisions}; then the pacer hears of it.
     *
     * @param term under which they were made, see {@link dev.sextant.ingest.lease.TickGate}
     * @param unsent those not yet durable
     */
    record OnDecisions(long tickMs, long term, List<Tick> unsent) implements OutboxEntry {}

    /** What the private streams told, for {@code decisions}. Facts: whoever holds the lease, they may leave. */
    record OnPrivate(List<DecisionRecord> unsent) implements OutboxEntry {}
}

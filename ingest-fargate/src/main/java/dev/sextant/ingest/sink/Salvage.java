package dev.sextant.ingest.sink;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.ingest.spill.Leftovers;
import dev.sextant.platform.stream.CorruptRecordException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What earlier runs have left on disk. Their frames are not sent: this run's epoch fetches those trades again, by id.
 * Liquidations, readings and private messages can't be fetched again, so they are sent, in order, before anything of this
 * run; ticks told a time that is over.
 */
public final class Salvage {

    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    private final Leftovers leftovers;
    private long frames;
    private long trades;
    private long liquidations;
    private long readings;
    private long privates;
    private long seconds;
    private long unreadable;
    private boolean settled;

    public Salvage(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    /** Puts what is worth it into an outbox that is still empty, and reports what was there. */
    public void into(Outbox outbox) {
        leftovers.forEach(bytes -> {
            try {
                sort(OutboxCodec.decode(bytes), outbox);
            } catch (CorruptRecordException e) {
                unreadable++;
                LOG.error("a spilled record of an earlier run is none: {}", e.getMessage());
            }
        });
        if (frames + sent() + seconds + unreadable + leftovers.missing() + leftovers.filesAside() > 0) {
            LOG.warn("{}", report());
        }
    }

    private void sort(OutboxEntry entry, Outbox outbox) {
        switch (entry) {
            case OutboxEntry.OnDecisions _ -> seconds++;
            case OutboxEntry.OnPrivate(List<DecisionRecord> told) -> {
                privates++;
                outbox.addPrivate(told);
            }
            case OutboxEntry.OnMarket(MarketRecord market) -> {
                switch (market) {
                    case Frame frame -> {
                        frames++;
                        trades += frame.trades().size();
                    }
                    case Liquidation _ -> {
                        liquidations++;
                        outbox.add(market);
                    }
                    case IndicatorReading _ -> {
                        readings++;
                        outbox.add(market);
                    }
                    // Never spilled: nobody may trade on books of an earlier run.
                    case CycleFrame _ -> {}
                }
            }
        }
    }

    private long sent() {
        return liquidations + readings + privates;
    }

    /** Deletes the files, once all that was taken from them is durable. Cheap; call it after each sending. */
    public void settle(long entriesSent) {
        if (!settled && entriesSent >= sent()) {
            settled = true;
            leftovers.forget();
        }
    }

    /** In a sentence. */
    public String report() {
        return "an earlier run left " + liquidations + " liquidations and " + readings
                + " readings" + (privates > 0 ? " and " + privates + " private messages" : "")
                + ", which are sent first; "
                + frames + " frames of " + trades + " trades, which are fetched again by id; ticks of " + seconds
                + " seconds, which are over; " + (unreadable + leftovers.missing()) + " records missing or unreadable; "
                + leftovers.filesAside()
                + " files put aside";
    }
}

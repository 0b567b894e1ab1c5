package dev.sextant.ingest.sink;

import static dev.sextant.fuzz.PropertyBroken.unlessEqual;

import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.platform.stream.CorruptRecordException;

/** Entries of the outbox on disk. Only {@link CorruptRecordException}; what is read survives writing and reading. */
public final class OutboxTarget implements FuzzTarget {

    @Override
    public String name() {
        return "outbox-entry";
    }

    @Override
    public Verdict check(byte[] input) {
        OutboxEntry read;
        try {
            read = OutboxCodec.decode(input);
        } catch (CorruptRecordException e) {
            return Verdict.refused(e);
        }
        unlessEqual(read, OutboxCodec.decode(OutboxCodec.encode(read)), "an entry survives writing and reading");
        return switch (read) {
            case OutboxEntry.OnMarket market -> Verdict.accepted(market.entry());
            case OutboxEntry.OnDecisions ticks ->
                new Verdict.Accepted("ticks " + Math.min(3, ticks.unsent().size()));
            case OutboxEntry.OnPrivate told ->
                new Verdict.Accepted("private " + Math.min(3, told.unsent().size()));
        };
    }
}

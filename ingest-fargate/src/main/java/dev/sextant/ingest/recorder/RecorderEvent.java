package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;

/** What the recorder tells whoever counts, shows or alarms. */
public sealed interface RecorderEvent {

    Symbol symbol();

    /** A frame of an ingest that has lost its lease was left out. */
    record EpochRejected(Symbol symbol, long epoch, long current) implements RecorderEvent {}

    /** Ids are missing and the venue could not be asked, or did not have them all. */
    record GapOpened(Gap gap) implements RecorderEvent {
        @Override
        public Symbol symbol() {
            return gap.symbol();
        }
    }

    /** Every missing trade is stored. */
    record GapFilled(Gap gap) implements RecorderEvent {
        @Override
        public Symbol symbol() {
            return gap.symbol();
        }
    }

    /** An incomplete row became complete. */
    record BucketUpgraded(Symbol symbol, long startMs) implements RecorderEvent {}

    /** Alarm: two complete buckets of one interval differ. The symbol is blocked: none of its buckets is stored any more. */
    record BucketDiffers(Symbol symbol, Bucket bucket, BucketSource source) implements RecorderEvent {}

    /** Alarm: a new trade has an id that was recorded long ago. The venue has started its ids anew; nothing is recorded. */
    record IdsWentBack(Symbol symbol, long aggId, long lastRecordedAggId) implements RecorderEvent {}
}

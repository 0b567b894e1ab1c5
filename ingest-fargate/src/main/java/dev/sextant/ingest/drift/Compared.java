package dev.sextant.ingest.drift;

import dev.sextant.domain.market.Bucket;
import dev.sextant.signals.factor.AsOf;
import java.util.Map;

/** Something of a symbol's day that is made again from its buckets and compared with what was stored. */
interface Compared {

    /**
     * Takes the next bucket.
     *
     * @param comparable whether the desk could have decided on it: it stored the bucket, or there were trades
     * @param readings as they were known at the bucket's end
     */
    void onBucket(Bucket bucket, boolean comparable, AsOf readings);

    /** The day is over. */
    void end();

    /** What came of it, by strategy version. */
    Map<String, Tally> tallies();
}

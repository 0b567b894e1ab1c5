package dev.sextant.simulation.store;

/** Ways in which the database could be wrong on purpose; each must be found by the simulation. */
public enum Defect {
    /** The claim does not look at the state. */
    NO_CAS,
    /** The claim is granted again once it is older than five seconds, as an expiring in-progress record would be. */
    CLAIM_EXPIRES,
    /** The claim is granted and never written. */
    CLAIM_NOT_STORED,
    /** The claim does not ask the gate again. */
    KILL_CHECKED_EARLY,
    /** The claim lets entries pass after their time. */
    EXPIRY_NOT_CHECKED,
    /** The claim lets a clock that is far ahead sign. */
    CLOCK_NOT_CHECKED,
    /** The claim does not look at the venue's filters again. */
    FILTERS_NOT_CHECKED,
    /** An order of unknown outcome holds no risk. */
    UNKNOWN_FREES_RISK,
    /** A quarantined order holds no risk. */
    QUARANTINE_FREES_RISK,
    /** Limits are judged by what the account held two seconds ago. */
    CHECK_THEN_ACT,
    /** Exposure limits are not judged. */
    NO_LIMITS,
    /** The same demand is reserved again and again. */
    RESERVES_TWICE,
    /** "Not found" ends an order at once. */
    NO_QUARANTINE,
    /** A fill counts each time it is told. */
    FILLS_NOT_KEYED,
    /** A cancelled order ends although fills are missing. */
    CANCEL_IS_FINAL,
    /** A final state may change. */
    FINAL_CHANGES,
    /** An unknown outcome is booked as a rejection. */
    UNKNOWN_IS_REJECTED,
    /** Open positions are not looked after. */
    OPEN_TRADES_FORGOTTEN,
    /** Approvals that nobody claimed are not told again. */
    NO_SWEEP,
    /** The cancel latch can be set once only. */
    LATCH_ONCE,
    /** The kill switch stops exits, too. */
    KILL_STOPS_EXITS,
    /** A resume asks nobody whether the account is reconciled. */
    RESUME_BLINDLY,
    /** Losses are not counted. */
    LOSSES_NOT_COUNTED,
    /** A loss counts each time its last fill is told. */
    LOSSES_COUNTED_TWICE,
    /** A stop counts as resting once it is reserved, whatever the venue says. */
    STOP_ASSUMED,
    /** A quarantined order that turns up stays quarantined. */
    NO_RESURRECTION,
    /** A fill that the private stream tells counts each time it is told. */
    STREAMED_FILLS_NOT_KEYED,
    /** An order that the private stream calls ended is over although fills are missing. */
    STREAMED_END_IS_FINAL,
    /** Entries pass although the private stream is silent. */
    STALE_STREAM_IGNORED,
    /** The lease of the ingests is given to whoever asks. */
    LEASE_FOR_ALL,
    /** Nobody books what others have closed. */
    ADOPTIONS_FORGOTTEN
}

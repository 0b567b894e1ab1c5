package dev.sextant.platform.market;

/** What insert-or-compare did with a bucket. */
public enum StoreOutcome {
    /** It is new. */
    STORED,
    /** It was there with the same content. */
    SAME,
    /** It replaced an incomplete one: the one legal change, once. */
    UPGRADED,
    /** Another content stands under its key: a determinism alarm. */
    DIFFERENT
}

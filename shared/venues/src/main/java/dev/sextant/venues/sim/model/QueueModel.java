package dev.sextant.venues.sim.model;

/**
 * How much volume stands before a resting order of ours at its price. The capture shows levels, not orders, so this is
 * an assumption; quantities are in units of 10⁻⁸ of the base asset.
 */
public interface QueueModel {

    /** Volume ahead when the order joins a level that shows this much. */
    long aheadOnEntryE8(long displayedE8);

    /** Volume ahead after this much traded at the price; what exceeds the volume ahead reaches our order. */
    long aheadAfterTradeE8(long aheadE8, long tradedE8);

    /** Everything displayed is ahead and only trades move the queue: cancels are taken to happen behind us. */
    static QueueModel pessimistic() {
        return new PessimisticQueue();
    }
}

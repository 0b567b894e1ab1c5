package dev.sextant.venues.sim.model;

/** Joins at the very end; nobody ahead ever cancels. */
record PessimisticQueue() implements QueueModel {

    @Override
    public long aheadOnEntryE8(long displayedE8) {
        return displayedE8;
    }

    @Override
    public long aheadAfterTradeE8(long aheadE8, long tradedE8) {
        return Math.max(0, aheadE8 - tradedE8);
    }
}

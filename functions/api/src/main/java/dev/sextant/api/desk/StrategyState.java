package dev.sextant.api.desk;

/** Whether a strategy may open positions; the names are the stored ones. */
enum StrategyState {
    RUNNING,
    STOPPED
}

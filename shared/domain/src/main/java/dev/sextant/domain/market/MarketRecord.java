package dev.sextant.domain.market;

/** Whatever travels on the {@code market} stream. The partition key is the symbol's name. */
public sealed interface MarketRecord permits Frame, IndicatorReading, Liquidation, CycleFrame {

    /** The symbol the record is about, and its ordering domain. */
    Symbol symbol();
}

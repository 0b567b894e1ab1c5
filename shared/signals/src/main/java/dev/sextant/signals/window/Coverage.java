package dev.sextant.signals.window;

/**
 * How far back a row's input is unbroken: reaches there, and holds no incomplete or absent bucket since.
 *
 * @param atMs the row's instant, epoch milliseconds
 * @param unbrokenFromMs start of the unbroken stretch that ends at {@code atMs}; not told further back than the
 *     specification's {@link IndicatorSpec#reachMs}, so that a rebuilt engine says the same
 * @param windows how many of the leading windows are covered: 0 none, 1 fast, 2 and middle, 3 and long
 * @param atr whether the last {@code atrPeriod} closed candles lie in the unbroken stretch and the ATR exists
 */
public record Coverage(long atMs, long unbrokenFromMs, int windows, boolean atr) {

    static Coverage of(IndicatorSpec spec, long atMs, long unbrokenFromMs, boolean hasAtr) {
        long fromMs = Math.max(unbrokenFromMs, atMs - spec.reachMs());
        long lastCandleMs = Math.floorDiv(atMs, spec.candleMs()) * spec.candleMs();
        boolean atr = hasAtr && fromMs <= lastCandleMs - spec.atrPeriod() * spec.candleMs();
        int windows = 0;
        for (long lengthMs : new long[] {spec.fastMs(), spec.midMs(), spec.dayMs()}) {
            windows += fromMs <= atMs - lengthMs ? 1 : 0;
        }
        return new Coverage(atMs, fromMs, windows, atr);
    }

    /** Whether {@code [T − length, T)} is covered, for lengths up to {@link IndicatorSpec#reachMs}. */
    public boolean covers(long lengthMs) {
        return unbrokenFromMs <= atMs - lengthMs;
    }
}

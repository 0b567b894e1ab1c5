package dev.sextant.local.venue.synthetic;

import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.order.Side;

/** Forced orders: about one second in eight has one, never more, as the venue itself thins them. */
public final class SyntheticLiquidations {

    /**
     * One forced order; SELL means that a long was liquidated.
     *
     * @param qtyE8 base quantity, units of 10⁻⁸, a multiple of 0.001
     */
    public record Liquidation(long timeMs, Side side, long qtyE8) {}

    private static final long SLOT_MS = 1_000;
    private static final int ONE_IN = 8;
    private static final int LARGEST_STEPS = 2_000;
    private static final long STEP_E8 = E8.ONE / 1_000;

    private final SmoothNoise chance;
    private final SmoothNoise moment;
    private final SmoothNoise size;

    public SyntheticLiquidations(long seed, String symbol) {
        chance = new SmoothNoise(seed, symbol + "/liquidation", SLOT_MS);
        moment = new SmoothNoise(seed, symbol + "/liquidation_moment", SLOT_MS);
        size = new SmoothNoise(seed, symbol + "/liquidation_size", SLOT_MS);
    }

    /** The first forced order after a time. */
    public Liquidation after(long timeMs) {
        long slot = Math.floorDiv(timeMs, SLOT_MS);
        while (true) {
            long atMs = slot * SLOT_MS + moment.drawn(slot, (int) SLOT_MS);
            if (atMs > timeMs && chance.drawn(slot, ONE_IN) == 0) {
                Side side = size.drawn(-slot, 2) == 0 ? Side.SELL : Side.BUY;
                return new Liquidation(atMs, side, (1 + size.drawn(slot, LARGEST_STEPS)) * STEP_E8);
            }
            slot++;
        }
    }
}

package dev.sextant.venues.sim.instrument;

/** {@code LOT_SIZE} or {@code MARKET_LOT_SIZE}: bounds and step of quantities, units of 10⁻⁸ of the base asset. */
public record LotFilter(long minE8, long maxE8, long stepE8) {

    public LotFilter {
        if (minE8 <= 0 || maxE8 < minE8 || stepE8 <= 0) {
            throw new IllegalArgumentException("lot filter min " + minE8 + ", max " + maxE8 + ", step " + stepE8
                    + " is impossible, expected 0 < min ≤ max and a positive step");
        }
    }

    /** Whether the quantity is a whole number of steps above the minimum. */
    public boolean isOnStep(long qtyE8) {
        return (qtyE8 - minE8) % stepE8 == 0;
    }
}

package dev.sextant.local.venue.wire;

import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.instrument.Instrument;
import java.math.BigDecimal;

/** Decimals as the venue prints them: with the instrument's digits, and more where the value has more. */
public final class Decimals {

    private static final int E8_SCALE = 8;

    private Decimals() {}

    /** {@code 61800.30} */
    public static String price(Instrument instrument, long priceE8) {
        return atLeast(priceE8, instrument.pricePrecision());
    }

    /** {@code 0.006} */
    public static String qty(Instrument instrument, long qtyE8) {
        return atLeast(qtyE8, instrument.quantityPrecision());
    }

    /** {@code 12.34000000}: amounts, rates and mark prices. */
    public static String eight(long valueE8) {
        return BigDecimal.valueOf(valueE8, E8_SCALE).toPlainString();
    }

    /** Without trailing zeros. */
    public static String plain(long valueE8) {
        return E8.print(valueE8);
    }

    /** A share or ratio given in ten-thousandths: {@code 0.5612}. */
    public static String perMyriad(long value) {
        return BigDecimal.valueOf(value, 4).toPlainString();
    }

    private static String atLeast(long valueE8, int decimals) {
        long unit = E8.ONE;
        for (int i = 0; i < decimals; i++) {
            unit /= 10;
        }
        return valueE8 % unit == 0
                ? BigDecimal.valueOf(valueE8 / unit, decimals).toPlainString()
                : E8.print(valueE8);
    }
}

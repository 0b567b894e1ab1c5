package dev.sextant.platform.stream;

import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.Symbol;

/** The body of a liquidation record, version 1. FRAME.md is the page for it. */
final class LiquidationBody {

    private static final int LONG = 1;
    private static final int SYNTHETIC = 2;

    private LiquidationBody() {}

    static void write(WireWriter out, Liquidation liquidation) {
        out.text(liquidation.symbol().name());
        out.u8((liquidation.longLiquidated() ? LONG : 0) | (liquidation.synthetic() ? SYNTHETIC : 0));
        out.varint(liquidation.qtyE8());
        out.varint(liquidation.averagePriceE8());
        out.varint(liquidation.filledAtMs());
    }

    static Liquidation read(WireReader in) {
        Symbol symbol = new Symbol(in.text("a symbol", FrameBody.MAX_SYMBOL_BYTES));
        int flags = in.u8("the flags of a liquidation");
        if ((flags & ~(LONG | SYNTHETIC)) != 0) {
            throw in.corrupt("liquidation flags 0 to 3", Integer.toString(flags));
        }
        return new Liquidation(
                symbol,
                (flags & LONG) != 0,
                in.varint("the quantity of a liquidation"),
                in.varint("the price of a liquidation"),
                in.varint("the time of a liquidation"),
                (flags & SYNTHETIC) != 0);
    }
}

package dev.sextant.domain.order;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One signal, and the orders that may come of it. */
final class Sample {

    static final Account ACCOUNT = new Account("paper-main");
    static final Symbol BTC = new Symbol("BTCUSDT");
    static final IntentId ID = new IntentId("ab".repeat(32));
    static final SignalRaised SIGNAL = new SignalRaised(
            "signal-1",
            "decision-1",
            ACCOUNT,
            "demo",
            "demo@1#00000000",
            BTC,
            Direction.LONG,
            0,
            88,
            Tier.HEAVY,
            new BigDecimal("61800"),
            new BigDecimal("30"),
            new BigDecimal("40"),
            new BigDecimal("50"),
            new BigDecimal("60"),
            new BigDecimal("0.5"),
            15_000,
            30_000,
            60_000);

    private Sample() {}

    static OrderRequest request(String quantity, boolean reduceOnly) {
        return new OrderRequest(
                BTC, ID.clientOrderId(), Side.BUY, OrderType.MARKET, Quantity.of(quantity), null, reduceOnly);
    }

    static OrderIntent intent(
            Purpose purpose, boolean reduceOnly, @Nullable Long bucketStartMs, @Nullable Long expiresAtMs) {
        return new OrderIntent(
                ID,
                ACCOUNT,
                "BINANCE",
                "demo",
                "demo@1#00000000",
                "signal-1",
                null,
                ID.hex(),
                purpose,
                "signal-1",
                request("1", reduceOnly),
                new BigDecimal("61800"),
                new BigDecimal("20"),
                bucketStartMs,
                expiresAtMs,
                EntryPlan.of(SIGNAL));
    }

    static StoredOrder stored(Purpose purpose, String quantity, String filled) {
        return new StoredOrder(
                ID,
                ACCOUNT,
                "demo",
                "demo@1#00000000",
                "signal-1",
                null,
                ID.hex(),
                purpose,
                "signal-1",
                request(quantity, !purpose.addsExposure()),
                new BigDecimal("61800"),
                EntryPlan.of(SIGNAL),
                OrderState.OPEN,
                3,
                Quantity.of(filled),
                0,
                null,
                null,
                null,
                0,
                null);
    }
}

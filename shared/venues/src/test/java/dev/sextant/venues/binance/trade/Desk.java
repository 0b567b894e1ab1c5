package dev.sextant.venues.binance.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import java.time.Duration;

/** A venue on loopback and an adapter that talks to it, with stepped clocks. */
final class Desk implements AutoCloseable {

    static final Symbol BTC = new Symbol("BTCUSDT");
    static final String API_KEY = "dbefbc809e3e83c283a984c3a1459732ea7db1360ca80c5c2c8867408d28cc83";
    static final String SECRET = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    static final Credentials KEYS = new Credentials(API_KEY, Credentials.Kind.HMAC, SECRET);
    static final OrderRequest ENTRY =
            new OrderRequest(BTC, "sxentry1", Side.BUY, OrderType.MARKET, Quantity.of("0.010"), null, false);
    static final OrderRequest STOP = new OrderRequest(
            BTC, "sxstop1", Side.SELL, OrderType.STOP_MARKET, Quantity.of("0.010"), Price.of("61000.50"), true);
    static final long SIGNED_AT_MS = 1_723_075_199_123L;

    final ScriptedVenue venue = new ScriptedVenue();
    final SteppedTime time = new SteppedTime();
    final RequestBudget budget = new RequestBudget(() -> time.wallMs, 2_400);
    final BinanceTradingVenue adapter;

    Desk() {
        this(ClockMode.OFFSET, Duration.ofSeconds(10));
    }

    /** @param answerTimeout short only in tests that wait for it */
    Desk(ClockMode mode, Duration answerTimeout) {
        this.adapter = new BinanceTradingVenue(
                new BinanceTradeSettings(venue.uri(), mode, Duration.ofSeconds(2), answerTimeout, 2_000, 5_000, 3),
                KEYS,
                budget,
                time.timing());
    }

    @Override
    public void close() {
        adapter.close();
        venue.close();
    }
}

package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.EntryPlan;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A long round trip of 2 at 100 with a stop 5 away, step by step. */
final class Trip {

    private static final long BUCKET_MS = 15_000;
    private static final Quantity QUANTITY = Quantity.of("2");
    private static final BigDecimal STOP_DISTANCE = new BigDecimal("5");

    private final Account account;
    private final int number;
    private final OrderIntent entry;
    private final OrderIntent exit;

    /** @param number another one is another signal of another bucket */
    Trip(Account account, int number) {
        this.account = account;
        this.number = number;
        this.entry = intent(Purpose.ENTRY, "signal-" + number, null);
        this.exit = intent(Purpose.CLOSE, "timeout:1", entry.tradeId());
    }

    private OrderIntent intent(Purpose purpose, String cause, @Nullable String trade) {
        boolean enters = purpose == Purpose.ENTRY;
        String source = trade == null ? cause : trade;
        IntentId id = IntentId.derive(account, "one@1#00000000", source, 0, purpose, cause);
        Symbol symbol = World.SYMBOLS.getFirst();
        Side side = enters ? Side.BUY : Side.SELL;
        OrderRequest request =
                new OrderRequest(symbol, id.clientOrderId(), side, OrderType.MARKET, QUANTITY, null, !enters);
        return new OrderIntent(
                id,
                account,
                "BINANCE",
                "one",
                "one@1#00000000",
                source,
                null,
                trade == null ? id.hex() : trade,
                purpose,
                cause,
                request,
                World.PRICE,
                enters ? STOP_DISTANCE.multiply(QUANTITY.value()) : BigDecimal.ZERO,
                enters ? Long.valueOf(World.BEGINNING_MS - number * BUCKET_MS) : null,
                enters ? Long.valueOf(World.BEGINNING_MS + BUCKET_MS) : null,
                plan());
    }

    private static EntryPlan plan() {
        return new EntryPlan(
                Direction.LONG,
                Tier.STANDARD,
                88,
                World.PRICE,
                new BigDecimal("3"),
                STOP_DISTANCE,
                new BigDecimal("3"),
                new BigDecimal("6"),
                new BigDecimal("0.5"),
                World.BEGINNING_MS,
                4_200_000);
    }

    /** Reserved and filled, but for the claim. */
    List<Operation> filledUnclaimed(String price) {
        return List.of(reserve(entry), fill(entry, "i", price, "USDT"));
    }

    /** In at 100, out at a price, both fees paid in an asset. */
    List<Operation> whole(String out, String feeAsset) {
        return List.of(
                reserve(entry),
                claim(entry),
                fill(entry, "1", "100", feeAsset),
                reserve(exit),
                claim(exit),
                fill(exit, "2", out, feeAsset));
    }

    private Operation reserve(OrderIntent intent) {
        return new OrderOperation.Reserve(account, intent, World.BEGINNING_MS);
    }

    private Operation claim(OrderIntent intent) {
        ClaimRequest request = new ClaimRequest(
                intent.id(), "t" + intent.purpose(), World.BEGINNING_MS, World.BEGINNING_MS, 0, "placer");
        return new OrderOperation.MayBeSent(account, request);
    }

    private Operation fill(OrderIntent intent, String leg, String price, String feeAsset) {
        Fill fill = new Fill(
                intent.request().symbol(),
                number + leg,
                "v",
                intent.request().side(),
                Price.of(price),
                QUANTITY,
                new BigDecimal("0.25"),
                feeAsset,
                false,
                World.BEGINNING_MS);
        OrderReport report = new OrderReport(
                intent.id(),
                "placer",
                OrderTrigger.VENUE_FILLED,
                "v",
                null,
                QUANTITY,
                List.of(fill),
                null,
                null,
                World.BEGINNING_MS);
        return new OrderOperation.Report(account, report);
    }
}

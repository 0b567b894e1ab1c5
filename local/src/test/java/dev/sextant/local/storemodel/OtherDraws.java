package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.reconciler.Adoptions;
import dev.sextant.reconciler.Stranger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Orders of others: noted, asked for, adopted as the close of an open trade, refused; few ids, so that they meet again. */
final class OtherDraws {

    private static final int IDS = 5;

    private final Situation now;

    OtherDraws(Situation now) {
        this.now = now;
    }

    OtherOperation draw() {
        Account account = account();
        List<OpenTrade> trades = now.model.store(account).openTrades(account);
        Symbol symbol = trades.isEmpty() || now.chance(15)
                ? now.pick(World.SYMBOLS)
                : now.pick(trades).symbol();
        List<Adoptions.Wanted> wanted = now.model.store(account).adopting().wanted();
        return switch ((int) now.between(0, 9)) {
            case 0, 1 -> noted(account, symbol);
            case 2, 3 -> new OtherOperation.AskAdoption(account, symbol, id(account), now.nowMs);
            case 4 -> new OtherOperation.Wanted(account);
            case 5 -> refusal(account, symbol, wanted);
            default -> adoption(account, wanted, trades);
        };
    }

    /** Mostly one that has an open trade. */
    private Account account() {
        List<Account> trading = World.ACCOUNTS.stream()
                .filter(account -> !now.model.store(account).openTrades(account).isEmpty())
                .toList();
        return trading.isEmpty() || now.chance(20) ? now.account() : now.pick(trading);
    }

    private OtherOperation noted(Account account, Symbol symbol) {
        String id = id(account);
        return new OtherOperation.Noted(
                account,
                new VenueOrder(
                        symbol,
                        "c-" + id,
                        id,
                        null,
                        now.pick(List.of(
                                VenueOrder.Status.OPEN, VenueOrder.Status.PARTIALLY_FILLED, VenueOrder.Status.FILLED)),
                        new Quantity(now.steps("0.5", 0, 3)),
                        null,
                        now.nowMs - now.between(0, 60_000)),
                now.pick(List.of(Stranger.values())));
    }

    private OtherOperation refusal(Account account, Symbol symbol, List<Adoptions.Wanted> wanted) {
        Symbol of = wanted.isEmpty() ? symbol : now.pick(wanted).symbol();
        String id = wanted.isEmpty() ? id(account) : now.pick(wanted).venueOrderId();
        return new OtherOperation.RefuseAdoption(account, of, id, now.nowMs);
    }

    /** Mostly of an order that is wanted and fits a trade that is open. */
    private OtherOperation adoption(Account account, List<Adoptions.Wanted> wanted, List<OpenTrade> trades) {
        List<OpenTrade> held = trades.stream()
                .filter(trade -> !trade.open().isZero())
                .filter(trade -> wanted.stream().anyMatch(one -> one.symbol().equals(trade.symbol())))
                .toList();
        if (held.isEmpty()) {
            return trades.isEmpty()
                    ? new OtherOperation.Wanted(account)
                    : new OtherOperation.AskAdoption(account, now.pick(trades).symbol(), id(account), now.nowMs);
        }
        OpenTrade trade = now.pick(held);
        List<Adoptions.Wanted> fitting = wanted.stream()
                .filter(one -> one.symbol().equals(trade.symbol()))
                .toList();
        Adoptions.Wanted one = now.pick(fitting);
        Quantity quantity = now.chance(60) ? trade.open() : new Quantity(new BigDecimal("0.5"));
        OrderIntent intent = OrderIntent.exit(
                trade,
                "BINANCE",
                Purpose.CLOSE,
                OrderType.MARKET,
                quantity,
                null,
                one.kind() + ":" + one.venueOrderId());
        return new OtherOperation.Adopt(account, one.venueOrderId(), intent, report(trade, intent, one));
    }

    private OrderReport report(OpenTrade trade, OrderIntent intent, Adoptions.Wanted one) {
        Quantity quantity = intent.request().quantity();
        List<Fill> fills = new ArrayList<>();
        fills.add(fill(trade, one.venueOrderId(), quantity));
        if (now.chance(10)) {
            now.fills.stream()
                    .filter(fill -> fill.symbol().equals(trade.symbol()))
                    .limit(1)
                    .forEach(fills::add);
        }
        return new OrderReport(
                intent.id(),
                "reconciler",
                OrderTrigger.VENUE_FILLED,
                one.venueOrderId(),
                null,
                quantity,
                fills,
                null,
                "test",
                now.nowMs);
    }

    private Fill fill(OpenTrade trade, String orderId, Quantity quantity) {
        Fill fill = new Fill(
                trade.symbol(),
                String.valueOf(now.number()),
                orderId,
                Side.opening(trade.plan().direction()).opposite(),
                new Price(now.steps("0.1", 930, 1_070)),
                quantity,
                now.steps("0.0031", 1, 90),
                "USDT",
                false,
                now.nowMs - now.between(0, 60_000));
        now.fills.add(fill);
        return fill;
    }

    /** At times one of the desk's own. */
    private String id(Account account) {
        List<StoredOrder> orders = now.orders(account);
        return orders.isEmpty() || now.chance(65)
                ? "e" + now.between(1, IDS)
                : "v" + now.pick(orders).id().hex().substring(0, 6);
    }
}

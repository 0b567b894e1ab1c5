package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.ACCOUNT;
import static dev.sextant.local.orders.OrderDesk.BTC;
import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.platform.sql.Sql;
import dev.sextant.reconciler.Adoptions;
import dev.sextant.reconciler.BookCheck;
import dev.sextant.reconciler.SqlAdoptions;
import dev.sextant.reconciler.SqlBooks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long of 0.5 at 61,800 was sold by somebody else; what the database makes of the exchange's executions. */
class AdoptionTest {

    private final OrderDesk desk = new OrderDesk();
    private final Adoptions adoptions = new SqlAdoptions(desk.sqlAs("reconciler"));
    private final OrderIntent entry = desk.entry("0.5");

    @BeforeEach
    void aLongIsOpenBehindItsStop() {
        desk.fill(entry, "1", "61800", "1", T0);
        OrderIntent stop = desk.exit(entry, Purpose.STOP, "1", "0.5", "61760");
        desk.reserve(stop);
        desk.claim(stop, "stop");
        desk.report(stop, OrderTrigger.VENUE_OPEN, "0", T0);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String ask(String orderId) {
        return desk.one(Sql.of("""
                        select ops.ask_adoption_once(:key, 'hash', 'paper-main', jsonb_build_object('symbol', 'BTCUSDT',
                            'order_id', :order::text, 'reason', 'closed in the app'), 'Ada Byron')::text as x""").with("key", "key-" + orderId).with("order", orderId));
    }

    private Optional<String> book(Adoptions.Wanted wanted, Fill... fills) {
        OpenTrade trade = desk.orders.openTrades(ACCOUNT).getFirst();
        Quantity quantity = List.of(fills).stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
        OrderIntent intent = OrderIntent.exit(
                trade,
                "BINANCE",
                Purpose.CLOSE,
                OrderType.MARKET,
                quantity,
                null,
                wanted.kind() + ":" + wanted.venueOrderId());
        OrderReport report = new OrderReport(
                intent.id(),
                "reconciler",
                OrderTrigger.VENUE_FILLED,
                wanted.venueOrderId(),
                null,
                quantity,
                List.of(fills),
                null,
                "order " + wanted.venueOrderId() + " closed it",
                T0 + 9_000);
        return adoptions.book(wanted, intent, report);
    }

    private static Fill sold(String tradeId, String quantity, String price) {
        return new Fill(
                BTC,
                tradeId,
                "77",
                Side.SELL,
                Price.of(price),
                Quantity.of(quantity),
                new BigDecimal("0.5"),
                "USDT",
                false,
                T0 + 5_000);
    }

    private Adoptions.Wanted wanted() {
        return adoptions.wanted(ACCOUNT).getFirst();
    }

    private String trade() {
        return desk.one(Sql.of("""
                        select concat_ws(' ', status, exit_reason, ops.dec(qty_closed), ops.dec(pnl), ops.dec(fees)) as x
                        from execution.trades"""));
    }

    @Test
    void theTradeIsClosedAtTheExchangesPriceAndNobodyCanSendTheOrder() {
        assertTrue(ask("77").contains("\"adopted\\\": false"), ask("77"));
        assertEquals(Optional.empty(), book(wanted(), sold("8", "0.2", "61850"), sold("9", "0.3", "61840")));
        // 0.2 × 50 + 0.3 × 40 = 22, less fees of 1 + 0.5 + 0.5
        assertEquals("closed external 0.5 20 2", trade());
        assertEquals("0 20 0", desk.one(Sql.of("""
                        select concat_ws(' ', ops.dec(qty), ops.dec(realised_pnl - fees), ops.dec(cost)) as x
                        from portfolio.positions""")));
        assertEquals(List.of(), new BookCheck(new SqlBooks(desk.sql)).errors(ACCOUNT));
        assertEquals(List.of(), desk.orders.lingeringApprovals(ACCOUNT, T0 + 60_000));
        OrderIntent close = desk.exit(entry, Purpose.CLOSE, "external:77", "0.5", null);
        assertEquals("FILLED", desk.state(close));
        assertTrue(desk.claim(close, "a placer's") instanceof Claim.Denied);
        assertEquals(List.of(), adoptions.wanted(ACCOUNT));
        assertEquals(
                "Ada Byron: order 77 closed it; closed in the app",
                desk.one(Sql.of("select actor || ': ' || detail as x from ops.audit where action = 'adopted'")));
    }

    @Test
    void theSameOrderIsAdoptedOnce() {
        ask("77");
        Adoptions.Wanted first = wanted();
        assertEquals(Optional.empty(), book(first, sold("8", "0.2", "61850")));
        assertEquals("active external 0.2 1.5", trade());
        assertEquals(Optional.of("order 77 is the desk's own"), book(first, sold("9", "0.3", "61850")));
        assertEquals(
                Optional.of("execution 8 is booked already"),
                book(new Adoptions.Wanted(null, BTC, "78", "adl", "exchange", "x", null), sold("8", "0.2", "61850")));
        assertEquals("active external 0.2 1.5", trade());
    }

    @Test
    void aDemandThatCannotBeMetEndsWithItsReason() {
        ask("77");
        adoptions.refuse(Objects.requireNonNull(wanted().id()), "the exchange knows no such order", T0);
        assertEquals(List.of(), adoptions.wanted(ACCOUNT));
        assertEquals("adoption_refused BTCUSDT 77 the exchange knows no such order", desk.one(Sql.of("""
                        select concat_ws(' ', action, subject, detail) as x from ops.audit order by seq desc limit 1""")));
    }

    @Test
    void whatTheExchangeDidItselfWaitsToBeBookedUntilItIs() {
        desk.sql.update(Sql.of("""
                        insert into ops.external_orders values ('paper-main', 'BTCUSDT', '99', 'autoclose-99', 'liquidation',
                            'FILLED', 0.5, ops.ts(:at), ops.ts(:at)), ('paper-main', 'BTCUSDT', '98', 'web_1', 'external',
                            'FILLED', 0.5, ops.ts(:at), ops.ts(:at))""").with("at", T0 + 5_000));
        Adoptions.Wanted wanted = wanted();
        assertEquals("liquidation 99 exchange", wanted.kind() + " " + wanted.venueOrderId() + " " + wanted.askedBy());
        assertEquals(1, adoptions.wanted(ACCOUNT).size(), "what a person did is left to a person");
        assertEquals(Optional.empty(), book(wanted, sold("8", "0.5", "61700")));
        assertEquals("closed liquidation 0.5 -51.5 1.5", trade());
        assertEquals(List.of(), adoptions.wanted(ACCOUNT));
    }

    @Test
    void whereNoTradeIsOpenNothingIsAskedFor() {
        desk.fill(desk.exit(entry, Purpose.CLOSE, "timeout:1", "0.5", null), "2", "61900", "1", T0);
        assertTrue(ask("77").contains("no trade of the desk is open in BTCUSDT"), ask("77"));
        assertEquals(List.of(), adoptions.wanted(ACCOUNT));
    }
}

package dev.sextant.local.venue.kraken;

import static dev.sextant.local.venue.kraken.KrakenDesk.BTC_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.ETH_BTC;
import static dev.sextant.local.venue.kraken.KrakenDesk.ETH_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.START_MS;
import static dev.sextant.local.venue.kraken.KrakenDesk.id;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.local.venue.kraken.account.FeeTable;
import dev.sextant.local.venue.kraken.account.FeeTable.Level;
import dev.sextant.local.venue.kraken.account.Fees;
import dev.sextant.local.venue.kraken.account.OrderWish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the account pays, as the adapter reads it, and as its fills say. */
@Timeout(60)
class KrakenFeesTest {

    private static final BigDecimal SOME = new BigDecimal("0.02");

    private final KrakenDesk desk = new KrakenDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private static Fees fees(String taker, String maker) {
        return new Fees(new BigDecimal(taker), new BigDecimal(maker));
    }

    private BigDecimal told(Symbol pair) throws VenueUnavailableException {
        return requireNonNull(desk.venue
                        .account()
                        .fees(List.of(ETH_BTC, ETH_USD, BTC_USD))
                        .get(pair))
                .takerPercent();
    }

    private Fill trade(Symbol pair) throws VenueUnavailableException {
        desk.place(pair, id(), Side.BUY, SOME, desk.best(pair, Side.BUY));
        return desk.venue.fillsSince(pair, START_MS).getLast();
    }

    /** The fill's fee in per cent of what was traded for it. */
    private static void assertPercent(String expected, Fill fill) {
        assertEquals(
                new BigDecimal(expected),
                fill.fee().movePointRight(2).divide(fill.quantity().notionalAt(fill.price()), 4, RoundingMode.HALF_UP));
    }

    @Test
    void aPairMayHaveFeesOfItsOwnAndFillsPayThem() throws Exception {
        desk.side.exchange().fees().set("ETH/BTC", FeeTable.flat(fees("20", "10")));
        assertEquals(new BigDecimal("0.2000"), told(ETH_BTC));
        assertEquals(new BigDecimal("0.2600"), told(ETH_USD));
        assertPercent("0.2000", trade(ETH_BTC));
        assertPercent("0.2600", trade(ETH_USD));
    }

    @Test
    void aFeeThatChangesIsToldAndPaidFromThenOn() throws Exception {
        assertPercent("0.2600", trade(ETH_USD));
        desk.side.exchange().fees().set(FeeTable.flat(fees("40", "25")));
        assertEquals(new BigDecimal("0.4000"), told(ETH_USD));
        desk.step(10);
        assertPercent("0.4000", trade(ETH_USD));
    }

    @Test
    void whoHasTradedMorePaysLess() throws Exception {
        desk.side
                .exchange()
                .fees()
                .set(new FeeTable(List.of(
                        new Level(BigDecimal.ZERO, fees("26", "16")), new Level(BigDecimal.ONE, fees("24", "14")))));
        assertEquals(new BigDecimal("0.2600"), told(BTC_USD));
        assertPercent("0.2600", trade(ETH_USD));
        assertEquals(new BigDecimal("0.2400"), told(BTC_USD));
        desk.step(10);
        assertPercent("0.2400", trade(ETH_USD));
    }

    @Test
    void whereTheOrderAsksForItTheFeeIsPaidInBase() throws Exception {
        synchronized (desk.server) {
            desk.side
                    .exchange()
                    .place(
                            new OrderWish(
                                    desk.pair(ETH_USD),
                                    id(),
                                    Side.BUY,
                                    SOME,
                                    desk.best(ETH_USD, Side.BUY),
                                    true,
                                    true,
                                    OptionalLong.empty()),
                            desk.clock.get());
        }
        Fill fill = desk.venue.fillsSince(ETH_USD, START_MS).getLast();
        assertEquals("ETH", fill.feeAsset());
        assertEquals(0, SOME.multiply(new BigDecimal("0.0026")).compareTo(fill.fee()));
        assertEquals(desk.ledger(List.of(fill)), KrakenDesk.plain(desk.venue.balances()));
    }

    @Test
    void anAnswerThatCannotBeReadIsNoFee() {
        desk.fault = request -> request.path().endsWith("TradeVolume")
                ? new RequestFault.Refuse(
                        200,
                        "{\"error\":[],\"result\":{\"currency\":\"ZUSD\",\"volume\":\"0\",\"fees\":{\"XETHZUSD\":{\"fee\":\"-1\"}}}}")
                : new RequestFault.None();
        assertTrue(String.valueOf(assertThrows(
                                VenueUnavailableException.class,
                                () -> desk.venue.account().fees(List.of(ETH_USD)))
                        .getMessage())
                .contains("fee"));
    }
}

package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.orders.SqlNonces;
import dev.sextant.platform.sql.Sql;
import dev.sextant.venues.kraken.trade.KrakenVenues;
import dev.sextant.venues.kraken.trade.LazyKraken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A deployed desk's account at Kraken, from the preparation of the database to a start: in Postgres and over loopback. */
@Timeout(60)
class DeployedSpotTest {

    private final SpotStage stage = new SpotStage();

    DeployedSpotTest() throws Exception {}

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void oneMinuteOfTheReconcilerOpensTheBooksReadsTheFeesAndMakesTheAccountReadyForAStart() {
        assertTrue(stage.start().startsWith("not_reconciled: "), stage.start());
        assertEquals(
                "clean: 0 orders checked, 0 changed, 0 unknown, 0 balances differ, 0 unreadable",
                stage.pass(SpotStage.READER));
        assertEquals("BTC 0.5, USD 1000", stage.desk.one(Sql.of("""
                        select string_agg(asset || ' ' || ops.dec(amount), ', ' order by asset) as x from portfolio.balances
                        where account = 'live-main-kraken'""")));
        assertEquals(
                "BTC/USD",
                stage.desk.one(
                        Sql.of(
                                "select string_agg(symbol, ',') as x from portfolio.taker_fees where account = 'live-main-kraken'")));
        assertEquals("changed: triangles is RUNNING", stage.start());
        assertEquals(
                "clean: 0 orders checked, 0 changed, 0 unknown, 0 balances differ, 0 unreadable",
                stage.pass(SpotStage.READER));
    }

    @Test
    void aKeyThatTheVenueDoesNotKnowFailsTheExamination() {
        assertTrue(stage.pass("a-key-that-nobody-has").startsWith("NOT CLEAN: 0 orders checked"));
        assertTrue(stage.start().startsWith("not_clean: "), stage.start());
        assertEquals(
                "false",
                stage.desk.one(Sql.of(
                        "select status->>'passed' as x from ops.component_status where component = 'account-spot'")));
    }

    @Test
    void aVenueThatIsAwayIsAskedOnceAndNothingIsSaidOfTheAccount() throws Exception {
        stage.pass(SpotStage.READER);
        stage.side.close();
        String before = stage.desk.one(
                Sql.of("select status::text as x from ops.component_status where component = 'reconciler-spot'"));
        assertTrue(stage.pass(SpotStage.READER).startsWith("NOT CLEAN: "));
        assertEquals(
                before,
                stage.desk.one(Sql.of(
                        "select status::text as x from ops.component_status where component = 'reconciler-spot'")));
    }

    @Test
    void aKeyThatCanMoveMoneyOutBlocksThePairsAndStartsNothing() {
        stage.pass(SpotStage.MOVER);
        assertEquals(
                "not_fit: the account at the venue: the key can move money out of the account (withdraw-funds)",
                stage.start());
        assertEquals(
                "BTC/USD", stage.desk.one(Sql.of("select string_agg(symbol, ',') as x from market.blocked_symbols")));
    }

    @Test
    void whoTradesSendsNothingWithSuchAKey() throws Exception {
        LazyKraken trader = KrakenVenues.ofTrader(
                stage.environment(SpotStage.MOVER), name -> SqlNonces.of(stage.desk.sqlAs("placer"), name));
        OrderRequest order = new OrderRequest(
                new Symbol("BTC/USD"),
                "0f9a2c1e-5b7d-8e3f-9a1b-2c3d4e5f6071",
                Side.BUY,
                OrderType.LIMIT_IOC,
                Quantity.of("0.001"),
                null,
                Price.of("1"),
                false);
        Placement.Rejected refusal =
                assertInstanceOf(Placement.Rejected.class, trader.place(order, System.currentTimeMillis()));
        assertEquals("NOT_SENT", refusal.code());
        String told = String.valueOf(assertThrows(VenueUnavailableException.class, trader::venueTimeMs)
                .getMessage());
        assertEquals("nothing is sent: the key can move money out of the account (withdraw-funds)", told);
    }
}

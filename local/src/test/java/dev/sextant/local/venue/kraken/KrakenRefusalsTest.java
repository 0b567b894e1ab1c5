package dev.sextant.local.venue.kraken;

import static dev.sextant.local.venue.kraken.KrakenDesk.BTC_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.ETH_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.id;
import static dev.sextant.local.venue.kraken.KrakenDesk.leg;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.local.venue.kraken.account.SystemState;
import dev.sextant.local.venue.kraken.account.Tier;
import dev.sextant.venues.kraken.trade.DryRun;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import dev.sextant.venues.kraken.trade.KrakenVenue;
import dev.sextant.venues.kraken.trade.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the venue refuses, and what becomes of requests that go wrong on the way. */
@Timeout(60)
class KrakenRefusalsTest {

    private static final BigDecimal SOME = new BigDecimal("0.001");

    private KrakenDesk desk = new KrakenDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private Placement buy(String id) {
        return desk.place(BTC_USD, id, Side.BUY, SOME, desk.best(BTC_USD, Side.BUY));
    }

    private static Placement.Rejected rejected(Placement placement) {
        return assertInstanceOf(Placement.Rejected.class, placement);
    }

    private int orders() {
        synchronized (desk.server) {
            return desk.side.exchange().history().all().size();
        }
    }

    /** Something happens to the next order and to nothing else. */
    private void nextOrder(RequestFault fault) {
        AtomicInteger left = new AtomicInteger(1);
        desk.fault = request -> request.is("POST", "/0/private/AddOrder") && left.getAndDecrement() == 1
                ? fault
                : new RequestFault.None();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 90000, EOrder:Insufficient funds",
        "0.00009, 64000, EOrder:Order minimum not met",
        "0.0001, 0.1, EOrder:Cost minimum not met",
        "0.001, 64000.01, EOrder:Tick size check failed",
        "0.000100001, 64000, EGeneral:Invalid arguments:volume"
    })
    void whatCannotBeIsRefusedInTheVenuesWords(BigDecimal quantity, BigDecimal limit, String words) {
        Placement.Rejected refusal = rejected(desk.place(BTC_USD, id(), Side.BUY, quantity, limit));
        assertEquals(words, refusal.reason());
        assertTrue(!refusal.retryable() && !refusal.halt(), refusal::toString);
        assertEquals(0, orders());
    }

    @Test
    void anIdThatIsOpenIsNotTakenAgainAndOneThatEndedIs() {
        String id = id();
        BigDecimal low = desk.best(BTC_USD, Side.BUY).subtract(BigDecimal.TEN);
        KrakenOrder rests = new KrakenOrder(BTC_USD, id, Side.BUY, new Quantity(SOME), new Price(low), TimeInForce.GTC);
        assertInstanceOf(Placement.Accepted.class, desk.venue.account().place(rests, desk.clock.get()));
        assertInstanceOf(Placement.Unknown.class, desk.venue.account().place(rests, desk.clock.get()));
        assertEquals(1, orders());
        desk.venue.cancel(BTC_USD, id, OrderType.LIMIT_IOC);
        assertInstanceOf(Placement.Accepted.class, desk.venue.account().place(rests, desk.clock.get()));
    }

    @Test
    void aCheckPlacesNothing() {
        KrakenOrder good = new KrakenOrder(
                BTC_USD, id(), Side.BUY, new Quantity(SOME), new Price(desk.best(BTC_USD, Side.BUY)), TimeInForce.IOC);
        KrakenOrder dear = new KrakenOrder(
                BTC_USD, id(), Side.BUY, Quantity.of("9"), new Price(desk.best(BTC_USD, Side.BUY)), TimeInForce.IOC);
        assertEquals(new DryRun.Passed(), desk.venue.account().check(good, desk.clock.get()));
        assertEquals(
                new DryRun.Refused("EOrder:Insufficient funds"),
                desk.venue.account().check(dear, desk.clock.get()));
        assertEquals(0, orders());
    }

    @Test
    void nothingIsSoldThatIsNotThere() {
        assertEquals(
                "EOrder:Insufficient funds",
                rejected(desk.place(ETH_USD, id(), Side.SELL, new BigDecimal("3.00000001"), new BigDecimal("1")))
                        .code());
    }

    @Test
    void anOrderThatComesAfterItsDeadlineIsDefinitelyNot() {
        Placement.Rejected refusal = rejected(desk.venue.place(
                leg(BTC_USD, id(), Side.BUY, SOME, desk.best(BTC_USD, Side.BUY)), desk.clock.get() - 2_000));
        assertEquals("EService:Deadline elapsed", refusal.code());
        assertEquals(0, orders());
    }

    @Test
    void aNonceThatIsNotHigherIsRefusedAndMayComeAgainHigher() throws Exception {
        desk.venue.balances();
        desk.nonce.addAndGet(-1);
        Placement.Rejected refusal = rejected(buy(id()));
        assertEquals("EAPI:Invalid nonce", refusal.code());
        assertTrue(refusal.retryable());
        assertInstanceOf(Placement.Accepted.class, buy(id()));
        desk.nonce.addAndGet(-1);
        desk.venue.balances();
    }

    @Test
    void aKeyThatIsUnknownOrWrongOrMayNotPlaceStopsEverything() throws Exception {
        KrakenVenue stranger = desk.venue(
                new KrakenCredentials("a-key-that-nobody-made", "bm90LXRoZS1zZWNyZXQtb2YtdGhhdA=="),
                desk.nonce::incrementAndGet);
        KrakenVenue forger = desk.venue(
                new KrakenCredentials("trader-key-of-the-made-venue", "bm90LXRoZS1zZWNyZXQtb2YtdGhhdA=="),
                desk.nonce::incrementAndGet);
        refusedBecause("EAPI:Invalid key", stranger);
        refusedBecause("EAPI:Invalid signature", forger);
        refusedBecause("EGeneral:Permission denied", desk.reader());
        assertTrue(desk.reader().balances().containsKey("USD"));
        assertEquals(0, orders());
    }

    private void refusedBecause(String code, KrakenVenue venue) {
        Placement.Rejected refusal = rejected(
                venue.place(leg(BTC_USD, id(), Side.BUY, SOME, desk.best(BTC_USD, Side.BUY)), desk.clock.get()));
        assertEquals(code, refusal.code());
        assertTrue(refusal.halt());
    }

    @Test
    void theEngineCountsOrdersOfAPair() {
        desk.close();
        desk = new KrakenDesk(Tier.STARTER, 11);
        BigDecimal limit = desk.best(BTC_USD, Side.BUY).subtract(BigDecimal.TEN);
        for (int i = 0; i < 60; i++) {
            assertInstanceOf(Placement.Accepted.class, desk.place(BTC_USD, id(), Side.BUY, SOME, limit));
        }
        Placement.Rejected refusal = rejected(desk.place(BTC_USD, id(), Side.BUY, SOME, limit));
        assertEquals("EOrder:Rate limit exceeded", refusal.code());
        assertTrue(refusal.retryable());
        assertInstanceOf(
                Placement.Accepted.class,
                desk.place(ETH_USD, id(), Side.BUY, SOME, desk.best(ETH_USD, Side.BUY)),
                "another pair has its own count");
        desk.clock.addAndGet(1_000);
        assertInstanceOf(Placement.Accepted.class, desk.place(BTC_USD, id(), Side.BUY, SOME, limit));
    }

    @Test
    void theVenueCountsCallsOfAKeyAndTheAdapterWaits() throws Exception {
        desk.close();
        desk = new KrakenDesk(Tier.STARTER, 11);
        for (int i = 0; i < 15; i++) {
            desk.venue.balances();
        }
        assertEquals(KrakenDesk.START_MS, desk.clock.get());
        desk.venue.balances();
        assertEquals(KrakenDesk.START_MS + 5_000, desk.clock.get(), "refused once, and tried again after five seconds");
    }

    private static Stream<RequestFault> lostAnswers() {
        return Stream.of(
                new RequestFault.DropReply(),
                new RequestFault.AnswerInstead(502, "<html>bad gateway"),
                new RequestFault.AnswerInstead(200, "{\"error\":[\"EService:Busy\"]}"),
                new RequestFault.AnswerInstead(200, "{\"error\":[],\"result\":{\"txid\":"));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void anOrderWhoseAnswerIsLostIsUnknownAndFoundLater(RequestFault fault) throws Exception {
        nextOrder(fault);
        String id = id();
        assertInstanceOf(Placement.Unknown.class, buy(id));
        assertEquals(1, orders(), "sent once");
        assertInstanceOf(Lookup.Found.class, desk.venue.find(BTC_USD, id, OrderType.LIMIT_IOC));
        assertEquals(1, desk.venue.fillsSince(BTC_USD, KrakenDesk.START_MS).size());
    }

    @Test
    void anOrderThatNeverArrivedIsUnknownAsWellAndNotFound() {
        nextOrder(new RequestFault.DropRequest());
        String id = id();
        assertInstanceOf(Placement.Unknown.class, buy(id));
        assertEquals(0, orders());
        assertEquals(new Lookup.NotFound(), desk.venue.find(BTC_USD, id, OrderType.LIMIT_IOC));
    }

    @Test
    void aSlowAnswerIsAnAnswer() {
        nextOrder(new RequestFault.Delay(Duration.ofMillis(30), Duration.ofMillis(30)));
        assertInstanceOf(Placement.Accepted.class, buy(id()));
    }

    @ParameterizedTest
    @CsvSource({
        "EAPI:Rate limit exceeded, true",
        "EAPI:Invalid nonce, true",
        "EOrder:Rate limit exceeded, true",
        "EService:Market in cancel_only mode, false"
    })
    void aRefusalOnRequestIsDefinite(String words, boolean retryable) {
        nextOrder(new RequestFault.Refuse(200, "{\"error\":[\"" + words + "\"]}"));
        Placement.Rejected refusal = rejected(buy(id()));
        assertEquals(words, refusal.code());
        assertEquals(retryable, refusal.retryable());
        assertEquals(0, orders());
    }

    @Test
    void theStateOfTheSystemDecidesWhatIsTaken() throws Exception {
        desk.side.set(SystemState.CANCEL_ONLY);
        assertEquals("EService:Market in cancel_only mode", rejected(buy(id())).code());
        assertTrue(desk.venue.balances().containsKey("USD"));
        desk.side.set(SystemState.POST_ONLY);
        assertEquals("EService:Market in post_only mode", rejected(buy(id())).code());
        desk.side.set(SystemState.MAINTENANCE);
        assertInstanceOf(Placement.Unknown.class, buy(id()));
        assertInstanceOf(Cancellation.Unknown.class, desk.venue.cancel(BTC_USD, id(), OrderType.LIMIT_IOC));
        assertThrows(VenueUnavailableException.class, desk.venue::balances);
        desk.side.set(SystemState.ONLINE);
        assertInstanceOf(Placement.Accepted.class, buy(id()));
        assertEquals(1, orders());
    }
}

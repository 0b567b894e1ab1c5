package dev.sextant.local.venue.kraken;

import static dev.sextant.local.venue.kraken.KrakenDesk.BTC_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.ETH_BTC;
import static dev.sextant.local.venue.kraken.KrakenDesk.ETH_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.START_MS;
import static dev.sextant.local.venue.kraken.KrakenDesk.id;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.venues.kraken.trade.FeeRates;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import dev.sextant.venues.kraken.trade.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders through the real adapter over loopback against the made-up venue. */
@Timeout(60)
class KrakenTradingTest {

    private final KrakenDesk desk = new KrakenDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private VenueOrder found(Symbol symbol, String id) {
        return assertInstanceOf(Lookup.Found.class, desk.venue.find(symbol, id, OrderType.LIMIT_IOC))
                .order();
    }

    private void balancesAreWhatFillsSay(Symbol... symbols) throws Exception {
        List<Fill> fills = new ArrayList<>();
        for (Symbol symbol : symbols) {
            fills.addAll(desk.venue.fillsSince(symbol, START_MS));
        }
        assertEquals(desk.ledger(fills), KrakenDesk.plain(desk.venue.balances()));
    }

    @Test
    void anOrderWithinTheBestLevelFillsAtItsPriceAndTheLevelShrinks() throws Exception {
        BigDecimal[] best = desk.levels(BTC_USD, Side.BUY).getFirst();
        BigDecimal quantity = new BigDecimal("0.001");
        String id = id();
        assertInstanceOf(
                Placement.Accepted.class, desk.place(BTC_USD, id, Side.BUY, quantity, best[0].add(BigDecimal.TEN)));
        VenueOrder order = found(BTC_USD, id);
        assertEquals(Status.FILLED, order.status());
        assertEquals(new Quantity(quantity), order.filled());
        Fill fill = desk.venue.fillsSince(BTC_USD, START_MS).getFirst();
        assertEquals(new Price(best[0]), fill.price());
        assertEquals("USD", fill.feeAsset());
        assertEquals(
                0,
                best[0].multiply(quantity)
                        .multiply(new BigDecimal("0.0026"))
                        .setScale(10, RoundingMode.DOWN)
                        .compareTo(fill.fee()));
        assertEquals(best[1].subtract(quantity), desk.levels(BTC_USD, Side.BUY).getFirst()[1]);
        balancesAreWhatFillsSay(BTC_USD);
    }

    @Test
    void anOrderThroughSeveralLevelsTakesEachAtItsPriceAndTheRestIsCanceled() throws Exception {
        List<BigDecimal[]> levels = desk.levels(ETH_USD, Side.SELL);
        BigDecimal two = levels.get(0)[1].add(levels.get(1)[1]);
        String id = id();
        desk.place(ETH_USD, id, Side.SELL, two.add(new BigDecimal("0.5")), levels.get(1)[0]);
        VenueOrder order = found(ETH_USD, id);
        assertEquals(Status.CANCELED, order.status());
        assertEquals(new Quantity(two), order.filled());
        List<Fill> fills = desk.venue.fillsSince(ETH_USD, START_MS);
        assertEquals(
                List.of(new Price(levels.get(0)[0]), new Price(levels.get(1)[0])),
                fills.stream()
                        .map(Fill::price)
                        .sorted((a, b) -> -a.compareTo(b))
                        .toList());
        assertEquals(levels.get(2)[0], desk.best(ETH_USD, Side.SELL));
        balancesAreWhatFillsSay(ETH_USD);
    }

    @Test
    void anOrderBelowTheMarketTradesNothing() throws Exception {
        String id = id();
        BigDecimal limit = desk.best(BTC_USD, Side.BUY).subtract(BigDecimal.TEN);
        desk.place(BTC_USD, id, Side.BUY, new BigDecimal("0.01"), limit);
        VenueOrder order = found(BTC_USD, id);
        assertEquals(Status.CANCELED, order.status());
        assertTrue(order.filled().isZero());
        balancesAreWhatFillsSay(BTC_USD);
    }

    @Test
    void aTriangleLeavesWhatItsFillsSay() throws Exception {
        BigDecimal some = new BigDecimal("0.2");
        desk.place(ETH_USD, id(), Side.BUY, some, desk.best(ETH_USD, Side.BUY));
        desk.place(ETH_BTC, id(), Side.SELL, some, desk.best(ETH_BTC, Side.SELL));
        BigDecimal bitcoin = requireNonNull(desk.venue.balances().get("BTC")).subtract(new BigDecimal("0.5"));
        assertTrue(bitcoin.signum() > 0);
        desk.place(BTC_USD, id(), Side.SELL, bitcoin.setScale(8, RoundingMode.DOWN), desk.best(BTC_USD, Side.SELL));
        assertEquals(1, desk.venue.fillsSince(BTC_USD, START_MS).size());
        balancesAreWhatFillsSay(ETH_USD, ETH_BTC, BTC_USD);
    }

    @Test
    void whatRestsIsShownCanBeCanceledOnceAndHoldsItsFunds() throws Exception {
        BigDecimal limit = desk.best(BTC_USD, Side.BUY).subtract(new BigDecimal(1_000));
        String id = id();
        desk.venue.account().place(resting(BTC_USD, id, Side.BUY, "0.5", limit), desk.clock.get());
        assertEquals(
                List.of(id),
                desk.venue.openOrders(BTC_USD).stream()
                        .map(VenueOrder::clientOrderId)
                        .toList());
        assertEquals(List.of(), desk.venue.openOrders(ETH_USD));
        BigDecimal cost = limit.multiply(new BigDecimal("0.5"));
        assertEquals(0, cost.add(cost.multiply(new BigDecimal("0.0026"))).compareTo(heldDollars()));
        assertEquals(new Cancellation.Accepted(), desk.venue.cancel(BTC_USD, id, OrderType.LIMIT_IOC));
        assertEquals(new Cancellation.NotOpen(), desk.venue.cancel(BTC_USD, id, OrderType.LIMIT_IOC));
        assertEquals(Status.CANCELED, found(BTC_USD, id).status());
        assertEquals(0, heldDollars().signum());
    }

    @Test
    void whatRestsTradesAtItsOwnPriceAsMakerOnceTheMarketReachesIt() throws Exception {
        String id = id();
        BigDecimal limit =
                desk.best(BTC_USD, Side.BUY).subtract(desk.pair(BTC_USD).tick());
        desk.venue.account().place(resting(BTC_USD, id, Side.BUY, "0.001", limit), desk.clock.get());
        for (int i = 0; i < 3_000 && found(BTC_USD, id).status() != Status.FILLED; i += 100) {
            for (int j = 0; j < 100; j++) {
                desk.step(100);
            }
        }
        Fill fill = desk.venue.fillsSince(BTC_USD, START_MS).getFirst();
        assertTrue(fill.maker());
        assertEquals(new Price(limit), fill.price());
        balancesAreWhatFillsSay(BTC_USD);
    }

    private BigDecimal heldDollars() throws VenueUnavailableException {
        return requireNonNull(desk.venue.account().balances().get("USD")).held();
    }

    private static KrakenOrder resting(Symbol symbol, String id, Side side, String quantity, BigDecimal limit) {
        return new KrakenOrder(symbol, id, side, Quantity.of(quantity), new Price(limit), TimeInForce.GTC);
    }

    @Test
    void theDeadMansSwitchCancelsEverythingUnlessItIsArmedAnew() throws Exception {
        BigDecimal limit = desk.best(BTC_USD, Side.BUY).subtract(new BigDecimal(5_000));
        desk.venue.account().place(resting(BTC_USD, id(), Side.BUY, "0.1", limit), desk.clock.get());
        assertEquals(
                60, (desk.venue.account().cancelAllAfter(60).triggersAtMs().orElseThrow() - START_MS + 250) / 1_000);
        desk.step(59_000);
        desk.venue.account().cancelAllAfter(60);
        desk.step(59_000);
        assertEquals(1, desk.venue.openOrders(BTC_USD).size());
        desk.step(2_000);
        assertEquals(0, desk.venue.openOrders(BTC_USD).size());
        desk.venue.account().place(resting(BTC_USD, id(), Side.BUY, "0.1", limit), desk.clock.get());
        assertEquals(1, desk.venue.account().cancelAll());
    }

    @Test
    void theFeesAndTheTimeAreToldAsTheyAre() throws Exception {
        assertEquals(
                Map.of(BTC_USD, new FeeRates(new BigDecimal("0.2600"), new BigDecimal("0.1600"))),
                desk.venue.account().fees(List.of(BTC_USD)));
        assertTrue(Math.abs(desk.venue.venueTimeMs() - desk.clock.get()) <= 500);
        desk.venue.clock().settle(8, desk.clock::addAndGet);
        assertTrue(Math.abs(desk.venue.venueTimeMs() - desk.clock.get()) <= 51);
    }

    @Test
    void hundredsOfOrdersOverAMovingMarketLeaveWhatTheirFillsSay() throws Exception {
        Random random = new Random(5);
        List<Pair> pairs = desk.server.pairs().stream()
                .filter(pair ->
                        List.of("USD", "BTC", "ETH").contains(pair.quote().name()))
                .toList();
        int filled = 0;
        for (int i = 0; i < 250; i++) {
            Pair pair = pairs.get(random.nextInt(pairs.size()));
            Symbol symbol = new Symbol(pair.symbol());
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            List<BigDecimal[]> levels = desk.levels(symbol, side);
            if (levels.size() > 2) {
                BigDecimal quantity = levels.getFirst()[1]
                        .multiply(BigDecimal.valueOf(random.nextDouble(2)))
                        .setScale(8, RoundingMode.UP)
                        .max(pair.quantityMin());
                Placement placement = desk.place(symbol, id(), side, quantity, levels.get(random.nextInt(3))[0]);
                filled += placement instanceof Placement.Accepted ? 1 : 0;
            }
            desk.step(300);
        }
        assertTrue(filled > 60, "only " + filled);
        List<Fill> fills = desk.venue.account().fillsSince(START_MS);
        assertTrue(fills.size() > 60, "more than a page");
        assertEquals(fills.size(), fills.stream().map(Fill::tradeId).distinct().count());
        assertEquals(desk.ledger(fills), KrakenDesk.plain(desk.venue.balances()));
        desk.venue.account().balances().forEach((asset, balance) -> {
            assertEquals(0, balance.held().signum(), asset);
            assertTrue(balance.balance().signum() >= 0, () -> asset + " " + balance);
        });
    }
}

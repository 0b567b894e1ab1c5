package dev.sextant.venues.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.event.FundingView;
import dev.sextant.venues.sim.event.PositionView;
import dev.sextant.venues.sim.event.TransferView;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.order.ExecutionType;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.OrderKey;
import dev.sextant.venues.sim.order.OrderView;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A random market and a random trader; what must always hold, recomputed from the fills alone. */
class SimulatedVenuePropertyTest {

    private static final long INITIAL_E8 = 100_000 * E8.ONE;

    @Property(tries = 300)
    void moneyAndQuantitiesAddUp(@ForAll long seed) {
        RandomTrader trader = new RandomTrader(seed);
        List<VenueEvent> events = trader.act(200);
        VenueQueries state = trader.venue().queries();

        Map<Long, Long> filledE8 = new HashMap<>();
        long positionE8 = 0;
        BigDecimal wallet = E8.toDecimal(INITIAL_E8);
        BigDecimal signedQuote = BigDecimal.ZERO;
        BigDecimal realized = BigDecimal.ZERO;
        for (Fill fill : state.fills()) {
            filledE8.merge(fill.orderId(), fill.qtyE8(), Long::sum);
            positionE8 += fill.side().sign() * fill.qtyE8();
            BigDecimal quote = E8.toDecimal(fill.priceE8()).multiply(E8.toDecimal(fill.qtyE8()));
            BigDecimal rate = new BigDecimal(fill.maker() ? "0.0002" : "0.0005");
            assertEquals(0, quote.multiply(rate).compareTo(E8.toDecimal(fill.feeE8())), "fee is exact here");
            signedQuote = signedQuote.add(
                    quote.multiply(BigDecimal.valueOf(fill.side().sign())));
            realized = realized.add(E8.toDecimal(fill.realizedE8()));
            wallet = wallet.add(E8.toDecimal(fill.realizedE8())).subtract(E8.toDecimal(fill.feeE8()));
        }
        for (FundingView funding : state.fundings()) {
            wallet = wallet.add(E8.toDecimal(funding.amountE8()));
        }
        for (TransferView transfer : state.transfers()) {
            wallet = wallet.add(E8.toDecimal(transfer.amountE8()));
        }

        PositionView position = state.position(Desk.X);
        assertEquals(positionE8, position.qtyE8());
        assertEquals(0, wallet.compareTo(E8.toDecimal(state.walletE8())));
        assertEquals(0, signedQuote.add(realized).compareTo(E8.toDecimal(position.costE8())), "nothing is lost");
        for (VenueEvent event : events) {
            if (event instanceof VenueEvent.OrderReport report) {
                OrderView order = report.order();
                assertTrue(order.filledE8() <= order.qtyE8());
                assertEquals(report.execution() == ExecutionType.TRADE, report.fill() != null);
            }
        }
        filledE8.forEach((orderId, sumE8) -> {
            OrderView order = state.order(Desk.X, new OrderKey.ById(orderId)).orElseThrow();
            assertEquals(sumE8, order.filledE8());
        });
    }

    @Property(tries = 100)
    void sameInputsSameOutputs(@ForAll long seed) {
        assertEquals(new RandomTrader(seed).act(200), new RandomTrader(seed).act(200));
    }

    @Property(tries = 100)
    void timeNeverRunsBackwardsInReports(@ForAll long seed) {
        long lastMs = 0;
        for (VenueEvent event : new RandomTrader(seed).act(200)) {
            assertTrue(event.timeMs() >= lastMs);
            lastMs = event.timeMs();
        }
    }

    /** The properties above say nothing unless the random trader gets everywhere. */
    @Test
    void everyKindOfEndIsReachedBySomeSeed() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < 200; seed++) {
            for (VenueEvent event : new RandomTrader(seed).act(200)) {
                switch (event) {
                    case VenueEvent.OrderReport report -> {
                        seen.add(report.order().status().name());
                        seen.add(report.order().expiry().name());
                        seen.add(
                                report.fill() == null
                                        ? "no fill"
                                        : report.fill().maker() ? "maker" : "taker");
                    }
                    case VenueEvent.AlgoReport report ->
                        seen.add("algo " + report.algo().status().name());
                    case VenueEvent.FundingReport report -> seen.add("funding " + Long.signum(report.paidE8()));
                    case VenueEvent.TransferReport report -> seen.add("moved " + Long.signum(report.movedE8()));
                    case VenueEvent.AccountReport report ->
                        seen.add("position " + Long.signum(report.position().qtyE8()));
                }
            }
        }
        assertEquals(
                Set.of(
                        "NEW",
                        "PARTIALLY_FILLED",
                        "FILLED",
                        "CANCELED",
                        "EXPIRED",
                        "NONE",
                        "IOC_REMAINDER",
                        "MARKET_REMAINDER",
                        "REDUCE_ONLY_CONFLICT",
                        "no fill",
                        "maker",
                        "taker",
                        "algo NEW",
                        "algo TRIGGERING",
                        "algo TRIGGERED",
                        "algo FINISHED",
                        "algo REJECTED",
                        "algo EXPIRED",
                        "funding -1",
                        "funding 1",
                        "moved -1",
                        "moved 1",
                        "position -1",
                        "position 0",
                        "position 1"),
                seen);
    }
}

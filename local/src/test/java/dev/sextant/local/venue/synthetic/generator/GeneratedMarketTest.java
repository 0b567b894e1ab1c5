package dev.sextant.local.venue.synthetic.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.capture.RawTrade;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.local.venue.synthetic.SyntheticFunding;
import dev.sextant.venues.sim.book.TopOfBook;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Whatever the seed, what happens fits together and stays within what is plausible. */
class GeneratedMarketTest {

    private static final long HOUR_MS = 3_600_000;

    /** Everything of one symbol in an hour. */
    private record Hour(
            SymbolProfile profile,
            List<GeneratedEvent> events,
            List<RawTrade> singles,
            List<TimedAggTrade> aggregates,
            List<TopOfBook> tops,
            List<SecondReading> seconds) {

        static Hour of(long seed, String name) {
            Symbol symbol = new Symbol(name);
            MarketPlan plan = new MarketPlan(seed, List.of(symbol), 0, HOUR_MS);
            Hour hour = new Hour(
                    SymbolProfile.of(symbol).orElseThrow(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
            MarketGenerator generator = new MarketGenerator(plan);
            while (generator.peek().timeMs() <= plan.endMs()) {
                hour.add(generator.next());
            }
            return hour;
        }

        private void add(GeneratedEvent event) {
            events.add(event);
            switch (event) {
                case GeneratedEvent.Single single -> singles.add(single.trade());
                case GeneratedEvent.Aggregate aggregate -> aggregates.add(aggregate.trade());
                case GeneratedEvent.Quoted quoted -> tops.add(quoted.top());
                case GeneratedEvent.Second second -> seconds.add(second.reading());
                case GeneratedEvent.Ladder _, GeneratedEvent.Forced _ -> {
                    // Looked at where they matter.
                }
            }
        }
    }

    @Property(tries = 6)
    void eventsComeInTheOrderOfTheirTimesAndTheMarkPriceLast(@ForAll @LongRange(min = 0) long seed) {
        long lastMs = 0;
        int lastRank = 0;
        for (GeneratedEvent event : Hour.of(seed, "ETHUSDT").events()) {
            assertTrue(
                    event.timeMs() > lastMs || (event.timeMs() == lastMs && event.rank() >= lastRank), event::toString);
            lastMs = event.timeMs();
            lastRank = event.rank();
        }
    }

    @Property(tries = 6)
    void aggregateTradesAreTheSingleOnesJoinedByPriceSideAndATenthOfASecond(@ForAll @LongRange(min = 0) long seed) {
        Hour hour = Hour.of(seed, "BTCUSDT");
        int next = 0;
        for (int i = 0; i < hour.aggregates().size(); i++) {
            AggTrade trade = hour.aggregates().get(i).trade();
            assertEquals(i + 1, trade.aggId());
            long qtyE8 = 0;
            for (long id = trade.firstTradeId(); id <= trade.lastTradeId(); id++) {
                RawTrade single = hour.singles().get(next++);
                assertEquals(id, single.tradeId());
                assertEquals(trade.priceE8(), single.priceE8());
                assertEquals(trade.buyerIsMaker(), single.buyerIsMaker());
                assertTrue(single.tradeTimeMs() < trade.tradeTimeMs() + 100);
                qtyE8 += single.qtyE8();
            }
            assertEquals(qtyE8, trade.qtyE8());
        }
        assertTrue(hour.singles().size() - next < 100, "only the last ones are still open");
    }

    @Property(tries = 6)
    void pricesAndQuantitiesLieOnTheInstrumentsGrid(@ForAll @LongRange(min = 0) long seed) {
        Hour hour = Hour.of(seed, "SOLUSDT");
        long tickE8 = hour.profile().instrument().price().tickE8();
        long stepE8 = hour.profile().instrument().lot().stepE8();
        for (RawTrade trade : hour.singles()) {
            assertTrue(trade.priceE8() % tickE8 == 0 && trade.qtyE8() % stepE8 == 0 && trade.qtyE8() > 0);
        }
        long lastId = 0;
        for (TopOfBook top : hour.tops()) {
            assertTrue(top.bidPriceE8() < top.askPriceE8() && top.bidPriceE8() % tickE8 == 0, top::toString);
            assertTrue(top.bidQtyE8() > 0 && top.askQtyE8() > 0, top::toString);
            assertTrue(top.updateId() > lastId, top::toString);
            lastId = top.updateId();
        }
    }

    @Property(tries = 8)
    void whatIsReadEachSecondGoesWithThePrice(@ForAll @LongRange(min = 0) long seed) {
        Hour hour = Hour.of(seed, "BTCUSDT");
        assertTrue(hour.seconds().size() >= 3_600);
        for (SecondReading second : hour.seconds()) {
            double last = second.lastPriceE8();
            assertTrue(Math.abs(second.mark().markE8() / last - 1) < 0.01, second::toString);
            assertTrue(Math.abs(second.mark().indexE8() / last - 1) < 0.012, second::toString);
            assertTrue(Math.abs(second.coinbaseMidE8() / last - 1) < 0.015, second::toString);
            assertTrue(Math.abs(second.mark().fundingRateE8()) <= 300_000, second::toString);
            assertTrue(second.openInterestE8() > 0, second::toString);
            assertTrue(second.longAccountsPerMyriad() > 2_000 && second.longAccountsPerMyriad() < 9_000);
            boolean settlement = second.timeMs() % SyntheticFunding.INTERVAL_MS == 0;
            assertEquals(settlement, second.settledFundingE8() != SecondReading.NOTHING_SETTLED);
        }
    }

    @Property(tries = 8)
    void anHourIsNeitherDeadNorMad(@ForAll @LongRange(min = 0) long seed) {
        Hour hour = Hour.of(seed, "BTCUSDT");
        double perSecond = hour.aggregates().size() / 3_660.0;
        assertTrue(perSecond > 0.2 && perSecond < 80, () -> perSecond + " trades a second");
        double move = hour.seconds().getLast().lastPriceE8()
                / (double) hour.seconds().getFirst().lastPriceE8();
        assertTrue(Math.abs(Math.log(move)) < 0.1, () -> "the price is " + move + " of what it was");
    }
}

package dev.sextant.local.venue.play;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.local.venue.capture.BookSnapshot;
import dev.sextant.local.venue.capture.RawTrade;
import dev.sextant.local.venue.capture.SymbolTape;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.local.venue.synthetic.MarkReading;
import dev.sextant.local.venue.synthetic.SyntheticCoinbase;
import dev.sextant.local.venue.synthetic.SyntheticFunding;
import dev.sextant.local.venue.synthetic.SyntheticLiquidations;
import dev.sextant.local.venue.synthetic.SyntheticPrices;
import dev.sextant.local.venue.synthetic.SyntheticStatistics;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import java.util.List;
import java.util.function.ToLongFunction;

/** The tape of one symbol, and the generators for what it lacks. */
final class CapturedFacts implements MarketFacts {

    private final Instrument instrument;
    private final SymbolTape tape;
    private final List<MarketEvent.Trade> trades;
    private final long openingPriceE8;
    private final SyntheticPrices prices;
    private final SyntheticCoinbase coinbase;
    private final SyntheticFunding funding;
    private final SyntheticStatistics statistics;
    private final SyntheticLiquidations liquidations;

    CapturedFacts(Instrument instrument, SymbolTape tape, long seed) {
        String name = tape.symbol().name();
        this.instrument = instrument;
        this.tape = tape;
        this.trades = tape.trades().isEmpty()
                ? tape.aggTrades().stream().map(this::trade).toList()
                : tape.trades().stream().map(this::trade).toList();
        this.openingPriceE8 = openingPriceE8(tape);
        this.prices = new SyntheticPrices(seed, name);
        this.coinbase = new SyntheticCoinbase(seed, name);
        this.funding = new SyntheticFunding(seed, name);
        this.statistics = new SyntheticStatistics(seed, name);
        this.liquidations = new SyntheticLiquidations(seed, name);
    }

    private MarketEvent.Trade trade(RawTrade t) {
        return new MarketEvent.Trade(tape.symbol(), t.priceE8(), t.qtyE8(), t.buyerIsMaker(), t.eventTimeMs());
    }

    private MarketEvent.Trade trade(TimedAggTrade t) {
        return new MarketEvent.Trade(
                tape.symbol(), t.trade().priceE8(), t.trade().qtyE8(), t.trade().buyerIsMaker(), t.eventTimeMs());
    }

    private static long openingPriceE8(SymbolTape tape) {
        BookSnapshot book = tape.snapshot();
        if (!tape.trades().isEmpty()) {
            return tape.trades().getFirst().priceE8();
        }
        if (!tape.aggTrades().isEmpty()) {
            return tape.aggTrades().getFirst().trade().priceE8();
        }
        if (!tape.tops().isEmpty()) {
            return tape.tops().getFirst().bidPriceE8();
        }
        if (book != null && book.bids().size() > 0) {
            return book.bids().priceE8(0);
        }
        throw new IllegalArgumentException("capture has no price of " + tape.symbol() + ", expected a trade or a book");
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    SymbolTape tape() {
        return tape;
    }

    /** Single trades as the matching core takes them; where the tape has none, its aggregate trades. */
    List<MarketEvent.Trade> trades() {
        return trades;
    }

    @Override
    public List<AggTrade> aggTrades(TradeQuery query, long nowMs) {
        List<TimedAggTrade> all = tape.aggTrades();
        List<AggTrade> wanted = all.subList(0, countUpTo(all, TimedAggTrade::eventTimeMs, nowMs)).stream()
                .map(TimedAggTrade::trade)
                .filter(query::fits)
                .toList();
        int size = wanted.size();
        return query.fromTheStart()
                ? wanted.subList(0, Math.min(query.limit(), size))
                : wanted.subList(Math.max(0, size - query.limit()), size);
    }

    /** Price of the last trade up to a time; before the first, that of the first. */
    long lastPriceE8(long timeMs) {
        int count = countUpTo(trades, MarketEvent.Trade::timeMs, timeMs);
        return count == 0 ? openingPriceE8 : trades.get(count - 1).priceE8();
    }

    private static <T> int countUpTo(List<T> events, ToLongFunction<T> timeOf, long timeMs) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeOf.applyAsLong(events.get(middle)) <= timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public MarkReading mark(long timeMs) {
        long secondMs = timeMs - Math.floorMod(timeMs, SecondsSource.SECOND_MS);
        long lastE8 = lastPriceE8(secondMs);
        return new MarkReading(
                prices.markE8(lastE8, secondMs),
                prices.indexE8(lastE8, secondMs),
                funding.rateE8(secondMs),
                funding.nextMs(secondMs),
                secondMs);
    }

    @Override
    public long coinbaseMidE8(long timeMs) {
        return coinbase.midE8(lastPriceE8(timeMs), timeMs);
    }

    @Override
    public long usdtUsdE8(long timeMs) {
        return coinbase.usdtUsdE8(timeMs);
    }

    @Override
    public long fundingRateE8(long timeMs) {
        return funding.rateE8(timeMs);
    }

    @Override
    public long openInterestE8(long timeMs) {
        return statistics.openInterestE8(timeMs);
    }

    @Override
    public int longAccountsPerMyriad(long timeMs) {
        return statistics.longAccountsPerMyriad(timeMs);
    }

    @Override
    public int topLongPositionsPerMyriad(long timeMs) {
        return statistics.topLongPositionsPerMyriad(timeMs);
    }

    /** The generators know all times. */
    @Override
    public long knownFromMs() {
        return 0;
    }

    SyntheticLiquidations liquidations() {
        return liquidations;
    }
}

package dev.sextant.local.venue.synthetic.market;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.local.venue.play.MarketFacts;
import dev.sextant.local.venue.play.TradeQuery;
import dev.sextant.local.venue.synthetic.MarkReading;
import dev.sextant.local.venue.synthetic.generator.SecondReading;
import dev.sextant.venues.sim.instrument.Instrument;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What has happened of one symbol so far. The player writes, REST reads. */
final class SyntheticFacts implements MarketFacts {

    private static final long PERIOD_MS = 5 * 60_000;
    private static final long RECENT_MS = 120_000;
    private static final long NOBODY_TOLD = 0;
    private static final long NEVER_MS = Long.MAX_VALUE / 2;

    private final Instrument instrument;
    private final PackedTrades trades;
    private final NavigableMap<Long, SecondReading> periods = new ConcurrentSkipListMap<>();
    private final AtomicLong toldId = new AtomicLong(NOBODY_TOLD);
    private final NavigableMap<Long, SecondReading> seconds = new ConcurrentSkipListMap<>();

    SyntheticFacts(Instrument instrument) {
        this.instrument = instrument;
        this.trades =
                new PackedTrades(instrument.price().tickE8(), instrument.lot().stepE8());
    }

    void onTrade(AggTrade trade) {
        trades.add(trade);
    }

    /** A trade has gone to the sockets, or would have if anybody listened. */
    void told(long aggId) {
        toldId.accumulateAndGet(aggId, Math::max);
    }

    /** The newest trade that anybody could know, through a socket or by asking. */
    long toldId() {
        return toldId.get();
    }

    void onSecond(SecondReading reading) {
        seconds.put(reading.timeMs(), reading);
        seconds.headMap(reading.timeMs() - RECENT_MS).clear();
        if (reading.timeMs() % PERIOD_MS == 0) {
            periods.put(reading.timeMs(), reading);
        }
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public List<AggTrade> aggTrades(TradeQuery query, long nowMs) {
        List<AggTrade> found = trades.find(query);
        if (!found.isEmpty()) {
            told(found.getLast().aggId());
        }
        return found;
    }

    /** The full second at or before a time; of what is longer ago, the end of five minutes. */
    private SecondReading at(long timeMs) {
        var second = seconds.floorEntry(timeMs);
        var known = second == null ? periods.floorEntry(timeMs) : second;
        return known == null ? seconds.firstEntry().getValue() : known.getValue();
    }

    @Override
    public MarkReading mark(long timeMs) {
        return at(timeMs).mark();
    }

    @Override
    public long coinbaseMidE8(long timeMs) {
        return at(timeMs).coinbaseMidE8();
    }

    @Override
    public long usdtUsdE8(long timeMs) {
        return at(timeMs).usdtUsdE8();
    }

    @Override
    public long fundingRateE8(long timeMs) {
        return at(timeMs).mark().fundingRateE8();
    }

    @Override
    public long openInterestE8(long timeMs) {
        return at(timeMs).openInterestE8();
    }

    @Override
    public int longAccountsPerMyriad(long timeMs) {
        return at(timeMs).longAccountsPerMyriad();
    }

    @Override
    public int topLongPositionsPerMyriad(long timeMs) {
        return at(timeMs).topLongPositionsPerMyriad();
    }

    @Override
    public long knownFromMs() {
        return periods.isEmpty() ? NEVER_MS : periods.firstKey();
    }
}

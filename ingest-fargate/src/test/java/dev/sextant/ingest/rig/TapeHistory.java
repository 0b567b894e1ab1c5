package dev.sextant.ingest.rig;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.trade.TradeHistory;
import dev.sextant.venues.http.VenueReadException;
import java.util.ArrayList;
import java.util.List;

/** A tape's trades as the venue's REST side gives them; can lag behind, forget, or fail. */
public final class TapeHistory implements TradeHistory {

    private final Tape tape;
    private long newestMs = Long.MAX_VALUE;
    private long oldestId;
    private int failures;
    private VenueReadException.Kind failure = VenueReadException.Kind.UNREACHABLE;

    /** What was asked, in order. */
    public final List<String> asked = new ArrayList<>();

    public TapeHistory(Tape tape) {
        this.tape = tape;
    }

    /** Trades after this time don't exist yet. */
    public void newest(long timeMs) {
        newestMs = timeMs;
    }

    /** Trades before this id are forgotten. */
    public void oldest(long aggId) {
        oldestId = aggId;
    }

    /** The next calls fail. */
    public void fail(int times, VenueReadException.Kind kind) {
        failures = times;
        failure = kind;
    }

    @Override
    public List<AggTrade> from(Symbol symbol, long aggId) throws VenueReadException {
        asked.add(symbol + " from " + aggId);
        maybeFail();
        return tape.trades(symbol).stream()
                .filter(trade -> trade.aggId() >= Math.max(aggId, oldestId) && trade.tradeTimeMs() <= newestMs)
                .limit(PAGE)
                .toList();
    }

    @Override
    public List<AggTrade> between(Symbol symbol, long startMs, long endMs) throws VenueReadException {
        asked.add(symbol + " between " + startMs + " and " + endMs);
        maybeFail();
        return tape.trades(symbol).stream()
                .filter(trade -> trade.tradeTimeMs() >= startMs
                        && trade.tradeTimeMs() <= Math.min(endMs, newestMs)
                        && trade.aggId() >= oldestId)
                .limit(PAGE)
                .toList();
    }

    private void maybeFail() throws VenueReadException {
        if (failures > 0) {
            failures--;
            throw new VenueReadException(failure, "as scripted");
        }
    }
}

package dev.sextant.local.venue.play;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.local.venue.synthetic.MarkReading;
import java.util.List;

/** What is publicly known of one symbol at an event time, wherever its market comes from. Asked by any thread. */
public interface MarketFacts extends Listed {

    /** Aggregate trades that have been sent up to a time, oldest first: the past, never the future. */
    List<AggTrade> aggTrades(TradeQuery query, long nowMs);

    /** Mark, index and funding as of the full second at or before a time. */
    MarkReading mark(long timeMs);

    @Override
    default long markE8(long timeMs) {
        return mark(timeMs).markE8();
    }

    /** Mid price of the spot product at Coinbase at a time, in USD. */
    long coinbaseMidE8(long timeMs);

    /** Mid price of USDT-USD there. */
    long usdtUsdE8(long timeMs);

    /** The rate settled at a time, or estimated then for the settlement to come; a fraction in units of 10⁻⁸. */
    long fundingRateE8(long timeMs);

    /** Open interest in base units of 10⁻⁸. */
    long openInterestE8(long timeMs);

    /** Share of all accounts that are net long, in ten-thousandths. */
    int longAccountsPerMyriad(long timeMs);

    /** Share of the top traders' positions that is long, in ten-thousandths. */
    int topLongPositionsPerMyriad(long timeMs);

    /** Settlements and statistics of an earlier time don't exist. */
    long knownFromMs();
}

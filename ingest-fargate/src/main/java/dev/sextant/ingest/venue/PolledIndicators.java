package dev.sextant.ingest.venue;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.ingest.indicator.Poll;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.binance.market.rest.LongShortRatio;
import dev.sextant.venues.binance.market.rest.OpenInterest;
import dev.sextant.venues.binance.market.rest.OpenInterestStatistic;
import dev.sextant.venues.binance.market.rest.Premium;
import dev.sextant.venues.coinbase.CoinbaseMarketRest;
import dev.sextant.venues.http.VenueReadException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One poll, as a reading. Known at the tick, or at the venue's own time of the value if that is later. */
final class PolledIndicators {

    private final BinanceMarketRest rest;
    private final PremiumReader coinbase;
    private final Set<String> syntheticInputs;

    PolledIndicators(BinanceMarketRest rest, CoinbaseMarketRest coinbase, Set<String> syntheticInputs) {
        this.rest = rest;
        this.coinbase = new PremiumReader(coinbase);
        this.syntheticInputs = Set.copyOf(syntheticInputs);
    }

    /** The reading, or empty when the venue has none to give. */
    Optional<IndicatorReading> read(Poll poll, long tickMs) throws VenueReadException, InterruptedException {
        Symbol symbol = poll.symbol();
        return switch (poll.kind()) {
            case PREMIUM -> Optional.of(premium(poll, tickMs, rest.premiumIndex(symbol)));
            case OPEN_INTEREST -> openInterest(poll, tickMs, rest.openInterest(symbol));
            case OPEN_INTEREST_STATISTIC ->
                last(rest.openInterestHist(symbol, 1)).map(period -> statistic(poll, tickMs, period));
            case LONG_SHORT_RATIO ->
                last(rest.globalLongShortAccountRatio(symbol, 1)).map(period -> ratio(poll, tickMs, period));
            case TOP_TRADER_POSITION ->
                last(rest.topLongShortPositionRatio(symbol, 1)).map(period -> ratio(poll, tickMs, period));
            case COINBASE_PREMIUM ->
                coinbase.read(poll.symbol(), poll.lastPriceE8(), tickMs)
                        .map(values -> reading(poll, tickMs, tickMs, values));
        };
    }

    private static <T> Optional<T> last(List<T> periods) {
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.getLast());
    }

    private IndicatorReading premium(Poll poll, long tickMs, Premium premium) {
        return reading(
                poll,
                tickMs,
                premium.timeMs(),
                Map.of(
                        "rate", premium.fundingRate(),
                        "mark_price", premium.markPrice(),
                        "index_price", premium.indexPrice(),
                        "next_funding_ms", BigDecimal.valueOf(premium.nextFundingMs())));
    }

    /** The venue gives base units; the quote value is theirs times the mark price of the tick, exactly. */
    private Optional<IndicatorReading> openInterest(Poll poll, long tickMs, OpenInterest interest) {
        if (poll.markPriceE8() <= 0) {
            return Optional.empty();
        }
        BigDecimal quote = interest.base().multiply(E8.toDecimal(poll.markPriceE8()));
        return Optional.of(reading(
                poll,
                tickMs,
                interest.timeMs(),
                Map.of("open_interest", interest.base(), "open_interest_value", quote)));
    }

    private IndicatorReading statistic(Poll poll, long tickMs, OpenInterestStatistic period) {
        return reading(
                poll,
                tickMs,
                period.timeMs(),
                Map.of("open_interest", period.base(), "open_interest_value", period.quote()));
    }

    private IndicatorReading ratio(Poll poll, long tickMs, LongShortRatio period) {
        return reading(poll, tickMs, period.timeMs(), Map.of("ratio", period.ratio()));
    }

    private IndicatorReading reading(Poll poll, long tickMs, long timeMs, Map<String, BigDecimal> values) {
        return new IndicatorReading(
                poll.symbol(),
                poll.kind().type(),
                timeMs,
                Math.max(tickMs, timeMs),
                values,
                SyntheticInputs.contains(syntheticInputs, poll.kind().type()));
    }
}

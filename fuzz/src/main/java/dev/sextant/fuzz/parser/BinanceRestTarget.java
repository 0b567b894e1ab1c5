package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unless;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.binance.market.rest.ExchangeRules;
import dev.sextant.venues.binance.market.rest.InstrumentFilters;
import dev.sextant.venues.binance.market.rest.RateBudget;
import dev.sextant.venues.binance.market.rest.ReadPatience;
import dev.sextant.venues.http.VenueReadException;
import java.time.Duration;
import java.util.List;

/**
 * Answers of Binance's public REST endpoints; the first letter chooses which. Only {@link VenueReadException}; trades that
 * are taken have ids without a hole.
 */
public final class BinanceRestTarget implements FuzzTarget {

    private static final Symbol SYMBOL = new Symbol("BTCUSDT");
    private static final long STEP_MS = 600_000;

    private final Answer answer = new Answer();
    private final BinanceMarketRest rest;
    private long nowMs = 1_750_000_000_000L;

    public BinanceRestTarget() {
        // Ten minutes pass between requests: no budget is ever used up.
        this.rest = new BinanceMarketRest(
                BinanceEndpoints.production(),
                answer,
                new RateBudget(() -> nowMs += STEP_MS),
                ReadPatience.once(Duration.ofSeconds(1)),
                _ -> {},
                () -> 0.5);
    }

    @Override
    public String name() {
        return "binance-rest";
    }

    @Override
    public Verdict check(byte[] input) {
        int endpoint = answer.take(input) % 10;
        try {
            return new Verdict.Accepted(endpoint + ":" + read(endpoint));
        } catch (VenueReadException e) {
            return Verdict.refused(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this", e);
        }
    }

    private int read(int endpoint) throws VenueReadException, InterruptedException {
        return switch (endpoint) {
            case 0 -> size(List.of(rest.serverTimeMs()));
            case 1 -> rules(rest.exchangeInfo());
            case 2 -> trades(rest.aggTradesFrom(SYMBOL, 1, 10));
            case 3 -> size(List.of(rest.depth(SYMBOL)));
            case 4 -> size(List.of(rest.premiumIndex(SYMBOL)));
            case 5 -> size(rest.fundingRate(SYMBOL, 1, 10));
            case 6 -> size(List.of(rest.openInterest(SYMBOL)));
            case 7 -> size(rest.openInterestHist(SYMBOL, 10));
            case 8 -> size(rest.globalLongShortAccountRatio(SYMBOL, 10));
            default -> size(rest.topLongShortPositionRatio(SYMBOL, 10));
        };
    }

    private static int size(List<?> values) {
        return Math.min(values.size(), 3);
    }

    private static int rules(ExchangeRules rules) {
        unless(rules.unreadable().stream().allMatch(text -> text.length() < 1_000), "the unreadable is named in short");
        for (InstrumentFilters filters : rules.instruments()) {
            try {
                filters.instrument();
            } catch (IllegalArgumentException e) {
                unless(e.getMessage() != null, "an instrument without tick or step is refused by name");
            }
        }
        return size(rules.instruments()) + 4 * size(rules.unreadable());
    }

    private static int trades(List<AggTrade> trades) {
        for (int i = 1; i < trades.size(); i++) {
            unless(trades.get(i).aggId() == trades.get(i - 1).aggId() + 1, "trades follow each other");
        }
        return size(trades);
    }
}

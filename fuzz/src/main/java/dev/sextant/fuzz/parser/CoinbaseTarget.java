package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unless;

import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.venues.coinbase.CoinbaseMarketRest;
import dev.sextant.venues.coinbase.CoinbasePremium;
import dev.sextant.venues.coinbase.CoinbaseTicker;
import dev.sextant.venues.http.VenueReadException;
import java.math.BigDecimal;
import java.time.Duration;

/** Tickers of Coinbase. Only {@link VenueReadException}; a ticker's mid lies between bid and ask and has a premium. */
public final class CoinbaseTarget implements FuzzTarget {

    private static final BigDecimal PRICE = new BigDecimal("61800.3");

    private final Answer answer = new Answer();
    private final CoinbaseMarketRest rest =
            new CoinbaseMarketRest(CoinbaseMarketRest.PRODUCTION, answer, Duration.ofSeconds(1));

    @Override
    public String name() {
        return "coinbase";
    }

    @Override
    public Verdict check(byte[] input) {
        answer.take(input);
        try {
            CoinbaseTicker ticker = rest.ticker("BTC-USD");
            BigDecimal mid = ticker.mid();
            unless(mid.compareTo(ticker.bid()) >= 0 && mid.compareTo(ticker.ask()) <= 0, "the mid is in the middle");
            BigDecimal bps = new CoinbasePremium(mid, PRICE, BigDecimal.ONE).bps();
            return new Verdict.Accepted("premium " + bps.signum());
        } catch (VenueReadException e) {
            return Verdict.refused(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this", e);
        }
    }
}

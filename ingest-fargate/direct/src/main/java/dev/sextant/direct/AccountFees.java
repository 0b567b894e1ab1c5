package dev.sextant.direct;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.kraken.PairFees;
import dev.sextant.venues.kraken.trade.FeeRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the account pays for taking in each pair, as the venue says: read when the pairs are known and again each minute. A
 * fill that cost more is believed at once. Until a pair's fee has been read, and when the last reading is too old, its cycles
 * are watched at the settings' fee and no plan begins with it. Safe for several threads.
 */
final class AccountFees implements PairFees {

    /** How often the venue is asked. */
    static final long INTERVAL_MS = 60_000;

    /** How old a reading may be when a plan begins. */
    static final long GOOD_FOR_MS = 5 * INTERVAL_MS;

    private static final Logger LOG = LoggerFactory.getLogger(AccountFees.class);
    private static final long AGAIN_MS = 10_000;
    private static final int AT_ONCE = 200;
    private static final int MOST_PPM = 100_000;

    private final FeeQuestion question;
    private final int otherwisePpm;
    private final Map<Symbol, Integer> told = new HashMap<>();
    private final Map<Symbol, Integer> paid = new HashMap<>();
    private List<Symbol> pairs = List.of();
    private long version;
    private long readMs;
    private long dueMs = Long.MIN_VALUE;
    private String failure = "it has not been asked for yet";

    /** @param otherwisePpm what pairs are watched with before their fee is known, in millionths */
    AccountFees(FeeQuestion question, int otherwisePpm) {
        this.question = question;
        this.otherwisePpm = otherwisePpm;
    }

    /** These are the pairs from now on. */
    synchronized void of(List<Symbol> wanted) {
        if (!pairs.equals(wanted)) {
            pairs = List.copyOf(wanted);
            dueMs = Long.MIN_VALUE;
        }
    }

    @Override
    public synchronized int ppm(Symbol pair) {
        return Math.max(told.getOrDefault(pair, otherwisePpm), paid.getOrDefault(pair, 0));
    }

    @Override
    public synchronized long version() {
        return version;
    }

    /** Why no plan may begin that trades a pair at this fee; empty when one may. */
    synchronized Optional<String> objection(Symbol pair, int pricedPpm, long nowMs) {
        if (!told.containsKey(pair)) {
            return Optional.of("the account's fee for " + pair + " is not known: " + failure);
        }
        if (nowMs - readMs > GOOD_FOR_MS) {
            return Optional.of("the account's fees were last read " + (nowMs - readMs) / 1_000 + " s ago: " + failure);
        }
        return ppm(pair) == pricedPpm
                ? Optional.empty()
                : Optional.of("the account's fee for " + pair + " has changed, and its cycles are not priced anew yet");
    }

    /** Asks the venue if that is due. May wait. */
    void look(long nowMs) {
        List<Symbol> asked;
        synchronized (this) {
            if (pairs.isEmpty() || nowMs < dueMs) {
                return;
            }
            asked = pairs;
            dueMs = nowMs + AGAIN_MS;
        }
        try {
            Map<Symbol, Integer> read = new HashMap<>();
            for (int from = 0; from < asked.size(); from += AT_ONCE) {
                List<Symbol> some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
                for (Map.Entry<Symbol, FeeRates> each : question.fees(some).entrySet()) {
                    read.put(each.getKey(), ppm(each.getKey(), each.getValue()));
                }
            }
            keep(read, nowMs);
        } catch (VenueUnavailableException e) {
            failed(String.valueOf(e.getMessage()));
        }
    }

    /** Millionths, the rest of one rounded against us. */
    private static int ppm(Symbol pair, FeeRates rates) throws VenueUnavailableException {
        BigDecimal ppm = rates.takerPercent().movePointRight(4).setScale(0, RoundingMode.CEILING);
        if (ppm.signum() < 0 || ppm.compareTo(BigDecimal.valueOf(MOST_PPM)) > 0) {
            throw new VenueUnavailableException("the taker's fee of " + pair + " is "
                    + rates.takerPercent().toPlainString() + " %, expected 0 to 10");
        }
        return ppm.intValueExact();
    }

    private synchronized void keep(Map<Symbol, Integer> read, long nowMs) {
        read.forEach((pair, ppm) -> {
            // What was paid is believed until the venue says as much or says something new.
            if (ppm >= paid.getOrDefault(pair, 0) || !ppm.equals(told.get(pair))) {
                paid.remove(pair);
            }
        });
        if (!told.equals(read)) {
            LOG.info("the account's taker fees in millionths: {}", read);
            told.clear();
            told.putAll(read);
            version++;
        }
        readMs = nowMs;
        dueMs = nowMs + INTERVAL_MS;
        failure = "the venue does not tell it";
    }

    private synchronized void failed(String why) {
        failure = why;
        LOG.warn("the account's fees can't be read: {}", why);
    }

    /** A fill cost this much: if that is more than was known, the next plan is priced with it, and the venue is asked. */
    synchronized void paid(Symbol pair, int ppm) {
        if (ppm > ppm(pair)) {
            LOG.warn("a fill of {} cost {} millionths, {} were expected", pair, ppm, ppm(pair));
            paid.put(pair, Math.min(ppm, MOST_PPM));
            version++;
            dueMs = Long.MIN_VALUE;
        } else if (ppm <= told.getOrDefault(pair, 0) && paid.remove(pair) != null) {
            version++;
        }
    }
}

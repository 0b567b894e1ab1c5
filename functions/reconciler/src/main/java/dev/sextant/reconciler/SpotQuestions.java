package dev.sextant.reconciler;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.reconciler.Examination.Finding;
import dev.sextant.venues.kraken.trade.AssetBalance;
import dev.sextant.venues.kraken.trade.KeyInfo;
import dev.sextant.venues.kraken.trade.KeyWords;
import dev.sextant.venues.kraken.trade.KrakenAccount;
import dev.sextant.venues.kraken.trade.LazyKraken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks Kraken whether an account is fit to be traded with, as far as a key that reads can tell. What the trading key may do is
 * looked at by who has it.
 */
final class SpotQuestions {

    private static final long MAX_OFFSET_MS = 5_000;

    private final LazyKraken venue;
    private final List<String> starts;
    private final EpochClock wall;

    /** @param starts assets that a triangle may begin with */
    SpotQuestions(LazyKraken venue, List<String> starts, EpochClock wall) {
        this.venue = venue;
        this.starts = List.copyOf(starts);
        this.wall = wall;
    }

    Examination examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Examiner.ask("kraken_clock", () -> clock(venue.venueTimeMs(), wall.nowMs())));
        findings.add(Examiner.ask("kraken_key", () -> rights(account().keyInfo())));
        findings.add(Examiner.ask("kraken_balance", () -> money(account().balances(), starts)));
        return new Examination(findings);
    }

    private KrakenAccount account() throws VenueUnavailableException {
        return venue.open().account();
    }

    static List<String> clock(long venueMs, long wallMs) {
        long off = wallMs - venueMs;
        return Math.abs(off) <= MAX_OFFSET_MS
                ? List.of()
                : List.of("this clock is " + Math.abs(off) + " ms " + (off > 0 ? "ahead of" : "behind")
                        + " Kraken's, limit " + MAX_OFFSET_MS);
    }

    static List<String> rights(KeyInfo key) {
        List<String> objections = new ArrayList<>();
        KeyWords.refusal(key).ifPresent(objections::add);
        Set<String> missing = new TreeSet<>(KeyWords.ASKING);
        missing.removeAll(key.rights());
        if (!missing.isEmpty()) {
            objections.add("the reconciler's key lacks " + String.join(", ", missing));
        }
        return objections;
    }

    static List<String> money(Map<String, AssetBalance> balances, List<String> starts) {
        boolean any = starts.stream()
                .anyMatch(asset -> balances.containsKey(asset)
                        && balances.get(asset).available().signum() > 0);
        return any ? List.of() : List.of("nothing to begin a triangle with: no " + String.join(" and no ", starts));
    }
}

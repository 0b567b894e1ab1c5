package dev.sextant.local.doctor;

import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.venues.binance.mode.TradingMode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a desk may trade at an exchange, found out now: nothing is remembered from an earlier look.
 *
 * @param findings in the order they were made
 * @param place what was looked at, empty when there is no usable place or key
 * @param money what the account holds in its currency, empty when it could not be read
 */
public record Examination(List<Finding> findings, Optional<Place> place, Optional<BigDecimal> money) {

    public Examination {
        findings = List.copyOf(findings);
    }

    /** Whether every check is known to be well. */
    public boolean passed() {
        return findings.stream().allMatch(finding -> finding.verdict().passes());
    }

    /** What stands in the way, in one line. */
    public String objections() {
        return findings.stream()
                .filter(finding -> !finding.verdict().passes())
                .map(Finding::inWords)
                .collect(Collectors.joining("; "));
    }

    /**
     * Looks at everything a mode other than paper needs.
     *
     * @param home where relative paths begin
     * @param state the state folder
     */
    public static Examination of(Settings settings, Map<String, String> environment, Path home, Path state)
            throws InterruptedException {
        TradingMode mode = Place.mode(settings);
        List<Finding> findings = new ArrayList<>();
        findings.add(GroundChecks.disk(state));
        findings.add(GroundChecks.strategies(settings.path(Key.STRATEGIES, home)));
        findings.add(LimitsCheck.of(mode, settings));
        Place place;
        try {
            place = Place.of(settings, environment, home);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.fail("place", String.valueOf(e.getMessage()), ""));
            return new Examination(findings, Optional.empty(), Optional.empty());
        }
        findings.add(Finding.pass(
                "place", "mode " + mode.word() + ", account " + place.account() + ", orders go to " + place.host()));
        try (Exchange exchange = new Exchange(place)) {
            ExchangeChecks checks =
                    new ExchangeChecks(place, new BigDecimal(settings.text(Key.RISK_PER_TRADE)), exchange);
            findings.addAll(checks.run());
            return new Examination(findings, Optional.of(place), checks.money());
        }
    }
}

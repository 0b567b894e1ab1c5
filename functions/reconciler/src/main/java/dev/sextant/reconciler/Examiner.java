package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.reconciler.Examination.Finding;
import dev.sextant.reconciler.Examination.Verdict;
import dev.sextant.venues.binance.trade.KeyStanding;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether the account at the venue is still set up as the desk relies on: what the doctor looks at before
 * a start on one machine, as far as the reconciler's own key can ask it. The result is kept: no strategy is started with
 * real money without a fresh one that passed, and what is known to be wrong bars every entry.
 */
final class Examiner {

    /** The questions to the venue. Empty objections mean that it is as it should be. */
    interface Questions {

        KeyStanding key();

        List<String> positionMode() throws VenueUnavailableException;

        List<String> account() throws VenueUnavailableException;

        List<String> margin() throws VenueUnavailableException;

        List<String> clock() throws VenueUnavailableException;

        List<String> balance() throws VenueUnavailableException;
    }

    /** Where results are kept. */
    interface Ledger {

        /** Whether the account trades elsewhere than on paper, and its last examination is too old or did not pass. */
        boolean isDue(Account account, long nowMs);

        void keep(Account account, Examination examination, long nowMs);

        /** Stops new entries in every symbol, for a reason, until a human clears it. */
        void blockAll(String reason);
    }

    @FunctionalInterface
    private interface Question {
        List<String> objections() throws VenueUnavailableException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);

    private final Questions venue;
    private final Ledger ledger;
    private final Metrics metrics;

    Examiner(Questions venue, Ledger ledger, Metrics metrics) {
        this.venue = venue;
        this.ledger = ledger;
        this.metrics = metrics;
    }

    /** Examines the account, if that is due. */
    void look(Account account, long nowMs) {
        if (!ledger.isDue(account, nowMs)) {
            return;
        }
        Examination examination = examine();
        ledger.keep(account, examination, nowMs);
        metrics.count("AccountUnfit", examination.failed() ? 1 : 0);
        if (examination.failed()) {
            LOG.error("every entry is blocked: {}", examination.objections());
            ledger.blockAll("the account at the venue: " + examination.objections());
        } else if (!examination.passed()) {
            LOG.warn("the account was not wholly examined: {}", examination.objections());
        }
    }

    private Examination examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(ask("venue_clock", venue::clock));
        findings.add(key(venue.key()));
        findings.add(ask("venue_position_mode", venue::positionMode));
        findings.add(ask("venue_account", venue::account));
        findings.add(ask("venue_margin", venue::margin));
        findings.add(ask("venue_balance", venue::balance));
        return new Examination(findings);
    }

    private static Finding key(KeyStanding standing) {
        Verdict verdict = switch (standing) {
            case KeyStanding.Fit _ -> Verdict.PASS;
            case KeyStanding.Unread _ -> Verdict.UNKNOWN;
            case KeyStanding.Refused _ -> Verdict.FAIL;
        };
        return finding("venue_key", verdict, standing.objection());
    }

    private static Finding ask(String name, Question question) {
        try {
            List<String> objections = question.objections();
            return finding(name, objections.isEmpty() ? Verdict.PASS : Verdict.FAIL, String.join("; ", objections));
        } catch (VenueUnavailableException e) {
            return finding(name, Verdict.UNKNOWN, name + " is not known: " + e.getMessage());
        }
    }

    private static Finding finding(String name, Verdict verdict, String detail) {
        return new Finding(name, verdict, detail.isEmpty() ? "as it should be" : detail);
    }
}

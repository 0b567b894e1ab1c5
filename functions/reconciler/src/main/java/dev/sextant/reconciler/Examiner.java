package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.reconciler.Examination.Finding;
import dev.sextant.reconciler.Examination.Verdict;
import dev.sextant.venues.binance.trade.KeyStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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

    /** One question; no objection is a pass. */
    @FunctionalInterface
    interface Question {
        List<String> objections() throws VenueUnavailableException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);

    private final Supplier<Examination> examination;
    private final Ledger ledger;
    private final Metrics metrics;

    /** Of a futures account. */
    Examiner(Questions venue, Ledger ledger, Metrics metrics) {
        this(() -> examine(venue), ledger, metrics);
    }

    /** @param examination asks everything, each time anew */
    Examiner(Supplier<Examination> examination, Ledger ledger, Metrics metrics) {
        this.examination = examination;
        this.ledger = ledger;
        this.metrics = metrics;
    }

    /** Examines the account, if that is due. */
    void look(Account account, long nowMs) {
        if (!ledger.isDue(account, nowMs)) {
            return;
        }
        Examination seen = examination.get();
        ledger.keep(account, seen, nowMs);
        metrics.count("AccountUnfit", seen.failed() ? 1 : 0);
        if (seen.failed()) {
            LOG.error("every entry of {} is blocked: {}", account, seen.objections());
            ledger.blockAll("the account at the venue: " + seen.objections());
        } else if (!seen.passed()) {
            LOG.warn("account {} was not wholly examined: {}", account, seen.objections());
        }
    }

    private static Examination examine(Questions venue) {
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

    /** Asks; what gets no answer is unknown, which is no pass. */
    static Finding ask(String name, Question question) {
        try {
            List<String> objections = question.objections();
            return finding(name, objections.isEmpty() ? Verdict.PASS : Verdict.FAIL, String.join("; ", objections));
        } catch (VenueUnavailableException e) {
            return finding(name, Verdict.UNKNOWN, name + " is not known: " + e.getMessage());
        }
    }

    static Finding finding(String name, Verdict verdict, String detail) {
        return new Finding(name, verdict, detail.isEmpty() ? "as it should be" : detail);
    }
}

package dev.sextant.local.doctor;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.KeyRefusedException;
import dev.sextant.venues.http.VenueReadException;
import java.util.ArrayList;
import java.util.List;

/** Asks one question after another and turns each that gets no answer into a finding: never into silence. */
final class Reader {

    /** A question with what its answer means. */
    @FunctionalInterface
    interface Question {
        List<Finding> ask() throws VenueUnavailableException, VenueReadException, InterruptedException;
    }

    private static final String AGAIN = "ask again; nothing starts on what is not known";
    private static final String KEY =
            "look at the key, its secret, its rights and the addresses it is tied to in the exchange's API management";

    private final List<Finding> findings = new ArrayList<>();
    private String pointless = "";

    /** Asks, under the name of a check. */
    void ask(String check, Question question) throws InterruptedException {
        if (!pointless.isEmpty()) {
            findings.add(Finding.unknown(check, "not asked: " + pointless, ""));
            return;
        }
        try {
            findings.addAll(question.ask());
        } catch (KeyRefusedException e) {
            findings.add(Finding.fail(check, String.valueOf(e.getMessage()), KEY));
        } catch (VenueUnavailableException | VenueReadException e) {
            findings.add(Finding.unknown(check, String.valueOf(e.getMessage()), AGAIN));
        }
    }

    /** From here on a question would only repeat what is known. */
    void pointless(String why) {
        pointless = why;
    }

    /** Whether a check has failed. */
    boolean failed(String check) {
        return findings.stream()
                .anyMatch(finding -> finding.check().equals(check) && finding.verdict() == Verdict.FAIL);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}

package dev.sextant.local.doctor;

import dev.sextant.direct.exam.Clocks;
import dev.sextant.direct.exam.KrakenExam;
import dev.sextant.direct.exam.Subject;
import dev.sextant.local.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether triangles could be traded with a Kraken account, found out now. */
public final class KrakenExamination {

    private static final String PLACE = "kraken_place";

    private KrakenExamination() {}

    /**
     * Looks at everything, in the order of the list in {@code docs/kraken.md}.
     *
     * @param home where relative paths begin
     */
    public static List<Finding> of(Settings settings, Map<String, String> environment, Path home, Clocks clocks)
            throws InterruptedException {
        Subject subject;
        try {
            subject = KrakenPlace.of(settings, environment, home);
        } catch (IllegalArgumentException e) {
            return List.of(Finding.fail(PLACE, String.valueOf(e.getMessage()), ""));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.pass(PLACE, "orders go to " + subject.addresses().rest().getAuthority()));
        KrakenExam.of(subject, clocks).stream()
                .map(answer -> new Finding(
                        answer.check(), Verdict.valueOf(answer.standing().name()), answer.detail(), answer.mend()))
                .forEach(findings::add);
        return findings;
    }
}

package dev.sextant.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.local.cli.AwsKill.Outcome;
import dev.sextant.local.cli.AwsKill.Shell.Said;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsKillTest {

    private final List<String> ran = new ArrayList<>();

    private List<Outcome> kill(Said placer, Said direct) throws InterruptedException {
        return new AwsKill(command -> {
                    ran.add(String.join(" ", command));
                    return ran.size() == 1 ? placer : direct;
                })
                .kill("sextant-live");
    }

    @Test
    void placerAndDirectLaneBothStop() throws InterruptedException {
        Said good = new Said(0, "{}");
        assertEquals(
                List.of(new Outcome(true, "the placer: stopped"), new Outcome(true, "the direct lane: stopped")),
                kill(good, good));
        assertEquals(
                List.of(
                        "aws lambda put-function-concurrency --function-name sextant-live-order-placer"
                                + " --reserved-concurrent-executions 0",
                        "aws ecs update-service --cluster sextant-live --service direct --desired-count 0"),
                ran);
    }

    @Test
    void aDeskWithoutADirectLaneIsStoppedAllTheSame() throws InterruptedException {
        assertEquals(
                new Outcome(true, "the direct lane: this desk has none"),
                kill(new Said(0, ""), new Said(254, "An error occurred (ServiceNotFoundException): Service not found."))
                        .getLast());
    }

    @Test
    void theSecondIsTriedWhateverCameOfTheFirstAndAFailureIsSaid() throws InterruptedException {
        List<Outcome> outcomes = kill(new Said(254, "AccessDenied\nfor you"), new Said(0, ""));
        assertEquals(
                new Outcome(
                        false,
                        "the placer: NOT STOPPED, aws lambda put-function-concurrency --function-name"
                                + " sextant-live-order-placer --reserved-concurrent-executions 0 said: AccessDenied for you"),
                outcomes.getFirst());
        assertEquals(new Outcome(true, "the direct lane: stopped"), outcomes.getLast());
    }

    @Test
    void withoutTheCommandLineNothingIsStoppedAndThatIsSaid() throws InterruptedException {
        List<Outcome> outcomes = new AwsKill(_ -> {
                    throw new IOException("no such program aws");
                })
                .kill("sextant-live");
        outcomes.forEach(outcome -> assertEquals(false, outcome.stopped(), outcome.told()));
    }
}

package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sextant reconcile}: the desk and the venue compared now, and what was found. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Compares orders, positions and books with the venue now, and shows what was found.")
final class ReconcileCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MS = 250;
    private static final long GIVE_UP_AFTER_MS = 90_000;

    @Option(names = "--reason", defaultValue = "asked for by the operator", description = "why, for the audit log")
    private String reason = "";

    @Mixin
    private WhoseAccount whose = new WhoseAccount();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        RunningDesk desk = new RunningDesk(DeskHome.state());
        JsonNode request = desk.order("/api/v1/reconcile", whose.body(reason));
        JsonNode answered = await(desk, request.path("request_id").asLong());
        if (json) {
            System.out.println(answered);
        } else {
            lines(answered.path("findings")).forEach(System.out::println);
        }
        return answered.path("clean").asBoolean() ? Sextant.OK : Sextant.FAILED;
    }

    /** The reconciler takes a request within a second, and needs as long as the venue needs to answer. */
    static JsonNode await(RunningDesk desk, long id) throws InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GIVE_UP_AFTER_MS);
        while (System.nanoTime() < endNanos) {
            JsonNode request = desk.get("/api/v1/reconcile/" + id).body();
            if (request.path("state").asText().equals("DONE")) {
                return request;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        throw UserError.failed("the reconciler has not answered within " + GIVE_UP_AFTER_MS / 1000
                + " s; the request stays, and ./sextant status tells how the desk is");
    }

    static List<String> lines(JsonNode findings) {
        List<String> lines = new ArrayList<>();
        lines.add((findings.path("clean").asBoolean() ? "clean" : "NOT CLEAN") + ": "
                + findings.path("checked").asText() + " orders checked, "
                + findings.path("changed").asText() + " changed, "
                + findings.path("unknown_orders").asText() + " with unknown outcome");
        for (JsonNode mismatch : findings.path("position_mismatches")) {
            lines.add("  position of " + mismatch.path("symbol").asText() + ": "
                    + mismatch.path("desk").asText() + " here, "
                    + mismatch.path("venue").asText() + " at the venue");
        }
        for (JsonNode error : findings.path("book_errors")) {
            lines.add("  books of " + error.path("symbol").asText() + ": "
                    + error.path("booked").asText() + " booked, its fills make "
                    + error.path("fills_make").asText());
        }
        findings.path("external_orders").forEach(id -> lines.add("  not ours: order " + id.asText()));
        findings.path("unreadable").forEach(what -> lines.add("  not read: " + what.asText()));
        return lines;
    }
}

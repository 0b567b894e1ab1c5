package dev.sextant.local.desk;

import dev.sextant.platform.process.StopSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One run of the desk from the command line: start, tell, wait, stop, report. */
public final class DeskRun {

    /** The program\'s version, as reports name it. */
    public static final String VERSION = Desk.VERSION;

    private static final String LOGS = "log";
    private static final String NOTHING = "";
    private static final long LOOK_EVERY_MS = 100;

    private final DeskOptions options;
    private final CountDownLatch stop = new CountDownLatch(1);

    private DeskRun(DeskOptions options) {
        this.options = options;
    }

    /**
     * Runs the desk until its time is up, the capture has ended (with {@code --for}) or somebody stops it.
     *
     * @throws DeskException in one line, when it can't start
     */
    public static RunReport run(DeskOptions options) throws InterruptedException {
        logTo(options.state().resolve(LOGS));
        return new DeskRun(options).run();
    }

    /** The parts log into a file; the terminal is for the user. */
    private static void logTo(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DeskException(folder + " can't be created: " + e.getMessage(), e);
        }
        System.setProperty("sextant.log.to", "FILE");
        System.setProperty("sextant.log.file", folder.resolve("desk.log").toString());
    }

    private RunReport run() throws InterruptedException {
        long startedAtNanos = System.nanoTime();
        StopSignals.onStop(stop::countDown);
        try (Desk desk = Desk.start(options)) {
            announce(desk, startedAtNanos);
            await(desk);
            if (stop.getCount() == 0) {
                // On a line of its own: the terminal has just written ^C.
                System.out.println(System.lineSeparator() + "stopping; what is on its way still arrives");
            }
            return desk.end(startedAtNanos);
        }
    }

    private void announce(Desk desk, long startedAtNanos) {
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAtNanos);
        System.out.println("dashboard   " + desk.address() + "   (up in " + tookMs + " ms)");
        System.out.println("mode        " + desk.mode());
        System.out.println("playing     " + desk.market() + ", account " + desk.account());
        if (!desk.beside().isEmpty()) {
            System.out.println("watching    " + desk.beside());
        }
        System.out.println("operator    token for writes in " + desk.tokenFile());
        if (desk.previousEnd() == Sessions.PreviousEnd.CRASH) {
            System.out.println("recovered   the desk had ended without a clean stop: strategies are STOPPED;"
                    + " start one with: ./sextant strategy start NAME");
        }
        System.out.flush();
    }

    private void await(Desk desk) throws InterruptedException {
        Duration runFor = options.runFor();
        long untilNanos = runFor == null ? Long.MAX_VALUE : System.nanoTime() + runFor.toNanos();
        boolean told = false;
        boolean besideTold = false;
        while (!stop.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)
                && (runFor == null || System.nanoTime() < untilNanos)) {
            checkWhole(desk);
            if (!besideTold && desk.besideFinished().getCount() == 0) {
                besideTold = true;
                System.out.println("replay finished of Kraken's books: nothing new is traded in them");
            }
            if (!told && desk.finished().getCount() == 0) {
                told = true;
                System.out.println("replay finished" + (runFor == null ? "; the desk stays up, Ctrl-C stops it" : ""));
                if (runFor != null) {
                    return;
                }
            }
        }
    }

    private void checkWhole(Desk desk) {
        Object lost = desk.lost().getNow(NOTHING);
        if (!lost.equals(NOTHING)) {
            System.err.println("sextant: " + lost + " has ended; stopping the rest");
            throw new DeskException(
                    lost + " ended by itself, so the desk stopped; start it again with ./sextant up (the logs are in "
                            + options.state().resolve(LOGS) + ")",
                    null);
        }
    }
}

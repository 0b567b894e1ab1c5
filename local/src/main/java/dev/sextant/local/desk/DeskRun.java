package dev.sextant.local.desk;

import dev.sextant.platform.process.StopSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One run of the desk from the command line: start, tell, wait, stop, report. */
public final class DeskRun {

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
        logTo(options.state().resolve("log"));
        return new DeskRun(options).run();
    }

    /** The parts log into a file; the terminal is for the user. */
    private static void logTo(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DeskException(folder + " can't be created: " + e.getMessage(), e);
        }
        System.setProperty(
                "org.slf4j.simpleLogger.logFile", folder.resolve("desk.log").toString());
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSX");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
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
        System.out.println("playing     " + desk.market() + ", paper account " + PaperAccount.NAME);
        System.out.println("operator    token for writes in " + desk.tokenFile());
        if (desk.previousEnd() == Sessions.PreviousEnd.CRASH) {
            System.out.println("recovered   the desk had ended without a clean stop: strategies are STOPPED;"
                    + " start one with: ./sextant strategy start NAME");
        }
        System.out.flush();
    }

    private void await(Desk desk) throws InterruptedException {
        if (options.runFor() != null) {
            long untilNanos = System.nanoTime() + options.runFor().toNanos();
            while (System.nanoTime() < untilNanos && stop.getCount() > 0) {
                if (desk.finished().await(100, TimeUnit.MILLISECONDS)) {
                    System.out.println("replay finished");
                    return;
                }
            }
            return;
        }
        while (!stop.await(100, TimeUnit.MILLISECONDS)) {
            if (desk.finished().getCount() == 0) {
                System.out.println("replay finished; the desk stays up, Ctrl-C stops it");
                stop.await();
                return;
            }
        }
    }
}

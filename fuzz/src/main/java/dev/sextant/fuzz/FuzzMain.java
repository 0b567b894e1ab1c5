package dev.sextant.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The long form: {@code [target|all] [inputs] [seed] [seconds for each target]}, or {@code replay <target> <file>}. Run by {@code fuzz/run.sh}, in
 * the module's folder. Keeps what it found worth mutating beside the seeds.
 */
public final class FuzzMain {

    private static final long INPUTS = 10_000_000;
    private static final long SEED = 20_260_101;
    private static final long MOST_SECONDS = 86_400;
    private static final int LONGEST_KEPT = 1_000;
    private static final int MOST_KEPT = 100;

    private FuzzMain() {}

    public static void main(String[] args) throws IOException {
        Findings findings = new Findings(Path.of("findings"));
        if (args.length == 3 && args[0].equals("replay")) {
            replay(Targets.named(args[1]), Path.of(args[2]));
            return;
        }
        String wanted = args.length > 0 ? args[0] : "all";
        long inputs = args.length > 1 ? Long.parseLong(args[1]) : INPUTS;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : SEED;
        Duration most = Duration.ofSeconds(args.length > 3 ? Long.parseLong(args[3]) : MOST_SECONDS);
        Watchdog watchdog = Watchdog.start(findings);
        System.out.println(FuzzReport.HEAD);
        List<Path> found = new ArrayList<>();
        for (FuzzTarget target : wanted.equals("all") ? Targets.all() : List.of(Targets.named(wanted))) {
            found.addAll(run(target, findings, watchdog, inputs, seed, most));
        }
        found.forEach(file -> System.out.println("finding: " + file));
        if (!found.isEmpty()) {
            System.exit(1);
        }
    }

    private static List<Path> run(
            FuzzTarget target, Findings findings, Watchdog watchdog, long inputs, long seed, Duration most)
            throws IOException {
        Corpus corpus = new Corpus(Path.of("corpus"));
        FuzzRun run = new FuzzRun(target, findings, watchdog);
        FuzzReport report = run.run(corpus.seeds(target.name()), inputs, seed, most);
        System.out.println(report.row());
        List<byte[]> kept = run.kept().stream()
                .filter(input -> input.length <= LONGEST_KEPT)
                .toList();
        if (!kept.isEmpty()) {
            corpus.keep(target.name(), kept, MOST_KEPT);
        }
        return report.findings();
    }

    private static void replay(FuzzTarget target, Path file) throws IOException {
        byte[] input = Files.readAllBytes(file);
        switch (new Judge(target).judge(input)) {
            case Judge.Outcome.Fine(Verdict verdict) -> System.out.println("fine: " + verdict);
            case Judge.Outcome.Broken(String _, Throwable cause) -> {
                System.out.println(Findings.stack(cause));
                System.exit(1);
            }
        }
    }
}

package dev.sextant.fuzz;

import dev.sextant.fuzz.Judge.Outcome;
import dev.sextant.fuzz.mutation.Mutator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Runs one target: first every seed, then mutations of the pool. An input with a new kind of verdict joins the pool, so
 * that the run gets deeper than chance. The same seed gives the same inputs.
 */
public final class FuzzRun {

    private static final int MOST_FINDINGS = 10;
    private static final int MOST_POOLED = 1_500;
    private static final int LONGEST_POOLED = 3_000;

    private final FuzzTarget target;
    private final Judge judge;
    private final Findings findings;
    private final Watchdog watchdog;
    private final Shapes shapes = new Shapes();
    private final List<byte[]> pool = new ArrayList<>();
    private final List<Path> found = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();
    private long accepted;
    private long refused;
    private int seeds;

    FuzzRun(FuzzTarget target, Findings findings, Watchdog watchdog) {
        this.target = target;
        this.judge = new Judge(target);
        this.findings = findings;
        this.watchdog = watchdog;
    }

    /**
     * Feeds the seeds and then as many more as it takes to make {@code inputs}.
     *
     * @param most ends the run before
     */
    FuzzReport run(List<byte[]> corpus, long inputs, long seed, Duration most) throws IOException {
        long startNanos = System.nanoTime();
        long mostNanos = most.toNanos();
        for (byte[] input : corpus) {
            feed(input);
        }
        // Every seed is mutated, also one that is read like another.
        pool.clear();
        pool.addAll(corpus);
        seeds = corpus.size();
        Mutator mutator = new Mutator(new Random(seed));
        long fed = corpus.size();
        for (; fed < inputs && found.size() < MOST_FINDINGS && System.nanoTime() - startNanos < mostNanos; fed++) {
            feed(mutator.next(pool, seeds));
        }
        watchdog.rest();
        return new FuzzReport(
                target.name(),
                seed,
                fed,
                accepted,
                refused,
                shapes.refusals(),
                pool.size(),
                System.nanoTime() - startNanos,
                List.copyOf(found));
    }

    /** What joined the pool after the seeds. */
    List<byte[]> kept() {
        return List.copyOf(pool.subList(seeds, pool.size()));
    }

    private void feed(byte[] input) throws IOException {
        switch (judged(input)) {
            case Outcome.Broken(String kind, Throwable cause) -> broken(input, kind, cause);
            case Outcome.Fine(Verdict verdict) -> {
                switch (verdict) {
                    case Verdict.Accepted _ -> accepted++;
                    case Verdict.Refused _ -> refused++;
                }
                if (input.length <= LONGEST_POOLED && pool.size() < MOST_POOLED && shapes.isNew(verdict)) {
                    pool.add(input);
                }
            }
        }
    }

    private Outcome judged(byte[] input) {
        watchdog.watch(target.name(), input);
        return judge.judge(input);
    }

    private void broken(byte[] input, String kind, Throwable cause) throws IOException {
        if (kinds.add(kind) && found.size() < MOST_FINDINGS) {
            byte[] shortest = new Minimiser(this::judged).minimise(input, kind);
            found.add(findings.write(target.name(), shortest, Findings.stack(cause)));
        }
    }
}

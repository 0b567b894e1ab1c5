package dev.sextant.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints figures as a Markdown table, the first line's contender being the one the others are divided by. */
public final class Table {

    private final PrintStream out;
    private double ours = Double.NaN;

    /**
     * A table with its head.
     *
     * @param found what the contenders find
     */
    public Table(PrintStream out, String found) {
        this.out = out;
        out.println("| | pieces | mean CPU ns | p50 of " + Rounds.BATCH + " | p99 of " + Rounds.BATCH
                + " | p50 single | p99 single | bytes | " + found + " | mean ÷ ours | single p50 ÷ ours |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    private double oursSingle = Double.NaN;

    /** One more line. */
    public void add(String name, Figures figures) {
        if (Double.isNaN(ours)) {
            ours = figures.mean().median();
            oursSingle = figures.singleP50().median();
        }
        out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %s | %.1f | %d | %.1f | %.1f |%n",
                name,
                figures.pieces(),
                figures.mean(),
                figures.batchP50(),
                figures.batchP99(),
                figures.singleP50(),
                figures.singleP99(),
                figures.bytes(),
                figures.found(),
                figures.mean().median() / ours,
                figures.singleP50().median() / oursSingle);
    }
}

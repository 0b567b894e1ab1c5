package dev.sextant.placer;

import dev.sextant.platform.telemetry.Metrics;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was counted, in its order. */
final class CountedMetrics implements Metrics {

    final List<String> counted = new ArrayList<>();

    @Override
    public void count(String name, long more) {
        counted.add(name + " " + more);
    }

    @Override
    public void longest(String name, long durationMs) {}

    @Override
    public void flush() {}
}

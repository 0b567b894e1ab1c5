package dev.sextant.backtest.sweep;

import dev.sextant.backtest.arb.ArbSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Every combination of the values of some parameters, the last parameter's going fastest. */
final class Grid {

    /** More combinations than this are a slip. */
    private static final int MOST = 1_000_000;

    private final ArbSettings base;
    private final List<Varied> varied;
    private final int size;

    /** @throws IllegalArgumentException when a parameter is named twice or there are too many combinations */
    Grid(ArbSettings base, List<Varied> varied) {
        this.base = base;
        this.varied = List.copyOf(varied);
        long combinations = 1;
        List<Parameter> seen = new ArrayList<>();
        for (Varied one : varied) {
            if (seen.contains(one.parameter())) {
                throw new IllegalArgumentException(one.parameter().word() + " is varied twice, expected once");
            }
            seen.add(one.parameter());
            combinations *= one.values().size();
            if (combinations > MOST) {
                throw new IllegalArgumentException(
                        "the values make more than " + MOST + " combinations, expected fewer");
            }
        }
        size = (int) combinations;
    }

    int size() {
        return size;
    }

    /** All combinations, or where they are more than the limit so many drawn by the seed, in the grid's order. */
    List<ParameterSet> sets(int limit, long seed) {
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = i;
        }
        int count = Math.min(limit, size);
        if (count < size) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < count; i++) {
                int other = random.nextInt(i, size);
                int swapped = places[i];
                places[i] = places[other];
                places[other] = swapped;
            }
        }
        return java.util.Arrays.stream(places, 0, count)
                .sorted()
                .mapToObj(this::at)
                .toList();
    }

    private ParameterSet at(int place) {
        List<ParameterSet.Value> values = new ArrayList<>();
        int rest = place;
        for (Varied one : varied.reversed()) {
            values.addFirst(new ParameterSet.Value(
                    one.parameter(), one.values().get(rest % one.values().size())));
            rest /= one.values().size();
        }
        ArbSettings settings = base;
        for (ParameterSet.Value value : values) {
            settings = value.parameter().in(settings, value.number());
        }
        return new ParameterSet(values, settings);
    }
}

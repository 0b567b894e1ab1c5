package dev.sextant.fuzz.mutation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Breaks inputs in one to four steps. The same seed and the same pool give the same inputs. */
public final class Mutator {

    private static final List<Mutation> MUTATIONS = Stream.of(
                    ByteMutations.all(), TextMutations.all(), JsonMutations.all(), LineMutations.all())
            .flatMap(List::stream)
            .toList();

    private static final int MOST_STEPS = 4;
    private static final int SPLICE_EVERY = 12;

    private final RandomGenerator random;

    public Mutator(RandomGenerator random) {
        this.random = random;
    }

    /**
     * A new input from one of the pool.
     *
     * @param seeds how many of the pool, at its start, are seeds: half of all inputs come from them
     */
    public byte[] next(List<byte[]> pool, int seeds) {
        byte[] input = pool.get(random.nextInt(random.nextBoolean() ? seeds : pool.size()));
        if (random.nextInt(SPLICE_EVERY) == 0) {
            input = splice(input, pool.get(random.nextInt(pool.size())));
        }
        int steps = 1;
        while (steps < MOST_STEPS && random.nextInt(3) == 0) {
            steps++;
        }
        for (int i = 0; i < steps; i++) {
            input = MUTATIONS.get(random.nextInt(MUTATIONS.size())).apply(input, random);
        }
        return input;
    }

    /** The beginning of one with the end of another. */
    private byte[] splice(byte[] head, byte[] tail) {
        int to = random.nextInt(head.length + 1);
        int from = random.nextInt(tail.length + 1);
        return Cut.replace(head, to, head.length, Cut.part(tail, from, tail.length));
    }
}

package dev.sextant.local.venue.synthetic.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private static final int MANY = 200_000;

    private static void assertMoments(double mean, double deviation, DoubleSupplier draws) {
        double[] drawn = DoubleStream.generate(draws).limit(MANY).toArray();
        double foundMean = DoubleStream.of(drawn).sum() / MANY;
        double foundSquare = DoubleStream.of(drawn).map(x -> x * x).sum() / MANY;
        assertEquals(mean, foundMean, 0.01 * (1 + deviation));
        assertEquals(deviation, Math.sqrt(foundSquare - foundMean * foundMean), 0.02 * (1 + deviation));
    }

    @Test
    void eachDistributionHasItsMeanAndDeviation() {
        Draws draws = new Draws(3, "test");
        assertMoments(0.5, Math.sqrt(1 / 12.0), draws::uniform);
        assertMoments(0, 1, draws::gaussian);
        assertMoments(0.3, Math.sqrt(0.3), () -> draws.poisson(0.3));
        assertMoments(40, Math.sqrt(40), () -> draws.poisson(40));
        assertMoments(5, 5, () -> draws.exponential(5));
        assertMoments(2, Math.sqrt(6), () -> draws.geometric(2));
        assertMoments(0, 0.5, () -> Math.log(draws.lognormal(1, 0.5)));
    }

    @Test
    void ofAMeanOfNothingComesNothing() {
        Draws draws = new Draws(3, "test");
        assertEquals(0, draws.poisson(0));
        assertEquals(0, draws.geometric(0));
    }

    @Property(tries = 50)
    void theRowIsAFunctionOfSeedAndPurpose(@ForAll long seed) {
        assertEquals(new Draws(seed, "a").nextLong(), new Draws(seed, "a").nextLong());
        assertNotEquals(new Draws(seed, "a").nextLong(), new Draws(seed, "b").nextLong());
        assertNotEquals(new Draws(seed, "a").nextLong(), new Draws(seed + 1, "a").nextLong());
    }

    @Test
    void aMeanRevertingProcessForgetsAtItsPace() {
        MeanReverting process = new MeanReverting(10, new Draws(5, "test"));
        double[] values = new double[MANY];
        for (int i = 0; i < MANY; i++) {
            process.step();
            values[i] = process.value();
        }
        double square = 0;
        double product = 0;
        for (int i = 10; i < MANY; i++) {
            square += values[i] * values[i];
            product += values[i] * values[i - 10];
        }
        assertEquals(1, square / MANY, 0.05);
        assertEquals(1 / Math.E, product / square, 0.03);
    }
}

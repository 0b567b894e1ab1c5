package dev.sextant.local.poller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.stream.StreamUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever fails, and wherever the mapping is killed: nothing is skipped, and only poison is put aside. */
class EventSourceMappingPropertyTest {

    /** Capital letters are poison. */
    @Property(tries = 300)
    void everyRecordIsHandledInOrderOrPutAside(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int batchSize, @ForAll boolean bisect)
            throws Exception {
        Path folder = Files.createTempDirectory("mapping");
        try {
            play(new Random(seed), folder, batchSize, bisect);
        } finally {
            delete(folder);
        }
    }

    private static void play(Random random, Path folder, int batchSize, boolean bisect)
            throws StreamUnavailableException {
        MappingBench bench = new MappingBench(folder);
        StringBuilder handled = new StringBuilder();
        ScriptedFunction function = new ScriptedFunction((letters, event) -> {
            int poison = firstPoison(letters);
            if (random.nextInt(10) == 0 || (poison >= 0 && random.nextBoolean())) {
                throw new IllegalStateException("unlucky");
            }
            String good = poison < 0 ? letters : letters.substring(0, poison);
            handled.append(good);
            return ScriptedFunction.reports(letters.substring(good.length())).to(letters, event);
        });
        MappingConfig config = bench.config().batches(batchSize, 0).onError(new ErrorHandling(bisect, 12, -1));
        String records = letters(random);
        for (int at = 0; at < records.length(); at++) {
            bench.put(records.substring(at, at + 1));
            if (random.nextInt(4) == 0) {
                EventSourceMapping mapping =
                        bench.mapping(config.checkpointingEvery(random.nextBoolean() ? 0 : 40), function);
                for (int i = random.nextInt(20); i > 0; i--) {
                    mapping.pollOnce();
                    bench.nowMs += 25;
                }
                // Not closed: the next mapping comes after a kill.
            }
        }
        bench.run(bench.mapping(config, function));

        String aside = String.join("", bench.givenUp);
        String seen = distinct(handled.toString());
        assertEquals(only(records, seen), seen, "first deliveries are in order");
        assertEquals(records, only(records, seen + aside), "nothing is skipped");
        assertTrue(!bisect || aside.equals(aside.toUpperCase(Locale.ROOT)), () -> "put aside " + aside);
    }

    private static String distinct(String letters) {
        return letters.chars()
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Those of the letters that are wanted, in their order. */
    private static String only(String letters, String wanted) {
        return letters.chars()
                .filter(letter -> wanted.indexOf(letter) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            letters.append(random.nextInt(6) == 0 ? Character.toUpperCase(letter) : letter);
        }
        return letters.toString();
    }

    private static int firstPoison(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (Character.isUpperCase(letters.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package dev.sextant.ingest.spill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random lives of a spill beside a list: what comes out is what went in, in order, up to losses that are told. */
class SpillModelTest {

    /** One life with what the model knows of it. */
    private static final class Life implements AutoCloseable {
        private final Path folder;
        private final SplittableRandom random;
        private final Spill spill;
        private long nowMs;
        private int accepted;
        private int next;
        private long lost;

        Life(Path folder, SplittableRandom random, long epoch) {
            this.folder = folder;
            this.random = random;
            this.spill = new Spill(new SpillSettings(folder, 4_000, 300, 50), epoch, () -> nowMs);
        }

        void step() throws IOException {
            nowMs += random.nextInt(20);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> add(random.nextInt(10));
                case 3, 4 -> take(random.nextInt(15));
                case 5 -> spill.sent();
                case 6 -> {
                    if (random.nextInt(6) == 0) {
                        damage();
                    }
                }
                default -> assertEquals(accepted - next, spill.figures().records());
            }
        }

        private void add(int count) {
            for (int i = 0; i < count && spill.offer(payload(accepted, random)); i++) {
                accepted++;
            }
        }

        private void take(int max) {
            for (Taken taken : spill.take(max)) {
                switch (taken) {
                    case Taken.Whole(byte[] payload) -> assertEquals(next++, number(payload));
                    case Taken.Lost(long records, String reason) -> {
                        assertTrue(reason.contains("spill-"), reason);
                        lost += records;
                        next += (int) records;
                    }
                }
            }
        }

        void damage() throws IOException {
            List<Path> files = segments(folder);
            if (!files.isEmpty()) {
                SpillModelTest.damage(files.get(random.nextInt(files.size())), random);
            }
        }

        @Override
        public void close() {
            spill.close();
        }
    }

    private static byte[] payload(int number, SplittableRandom random) {
        byte[] bytes = new byte[4 + random.nextInt(60)];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putInt(number);
        return bytes;
    }

    private static int number(byte[] payload) {
        return ByteBuffer.wrap(payload).getInt();
    }

    private static void damage(Path file, SplittableRandom random) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length == 0) {
            return;
        }
        int at = random.nextInt(content.length);
        if (random.nextBoolean()) {
            content[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, content);
        } else {
            Files.write(file, Arrays.copyOf(content, at));
        }
    }

    private static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".seg"))
                    .sorted()
                    .toList();
        }
    }

    @Property(tries = 150)
    void anOutageComesOutAsItWentInUpToLossesThatAreTold(@ForAll long seed) throws IOException {
        inFolder(folder -> {
            try (Life life = new Life(folder, new SplittableRandom(seed), 1)) {
                for (int i = 0; i < 120; i++) {
                    life.step();
                }
                life.take(Integer.MAX_VALUE);
                assertEquals(life.accepted, life.next);
                assertTrue(life.spill.isEmpty());
                life.spill.sent();
                assertEquals(List.of(), segments(folder));
                assertEquals(0, life.spill.figures().bytes());
                assertTrue(life.lost == 0 || life.spill.figures().filesAside() > 0);
            }
        });
    }

    @Property(tries = 150)
    void aCrashAtAnyByteLeavesAPrefixOfEachSegmentAndSaysSo(@ForAll long seed) throws IOException {
        inFolder(folder -> {
            SplittableRandom random = new SplittableRandom(seed);
            int accepted;
            int sentBefore;
            try (Life life = new Life(folder, random, 1)) {
                for (int i = 0; i < 40; i++) {
                    life.add(random.nextInt(6));
                    life.take(random.nextInt(5));
                }
                accepted = life.accepted;
                sentBefore = life.next;
            }
            boolean damaged = random.nextBoolean() && !segments(folder).isEmpty();
            if (damaged) {
                List<Path> files = segments(folder);
                damage(files.get(random.nextInt(files.size())), random);
            }
            try (Spill next = new Spill(SpillSettings.of(folder, 4_000), 2, () -> 0)) {
                List<Integer> left = new ArrayList<>();
                Leftovers leftovers = next.leftovers();
                leftovers.forEach(payload -> left.add(number(payload)));
                assertEquals(left.stream().sorted().distinct().toList(), left, "in order, none twice");
                boolean whole = left.containsAll(Stream.iterate(sentBefore, i -> i < accepted, i -> i + 1)
                        .toList());
                boolean told = leftovers.filesAside() > 0 || leftovers.missing() > 0;
                assertTrue(whole || (damaged && (told || gapless(left))), "a loss is told");
                leftovers.forget();
                assertEquals(List.of(), segments(folder));
            }
        });
    }

    /** A prefix: the very end cut off between two records, which is how a crash may leave it, and nobody can tell. */
    private static boolean gapless(List<Integer> numbers) {
        return numbers.isEmpty() || numbers.getLast() - numbers.getFirst() == numbers.size() - 1;
    }

    private interface Body {
        void run(Path folder) throws IOException;
    }

    private static void inFolder(Body body) throws IOException {
        Path folder = Files.createTempDirectory("spill");
        try {
            body.run(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

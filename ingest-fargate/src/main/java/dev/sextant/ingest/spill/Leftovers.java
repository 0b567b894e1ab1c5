package dev.sextant.ingest.spill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segments that earlier runs could not send. Files that are none, or of a run that can't be earlier, are put aside. */
public final class Leftovers {

    static final Leftovers NONE = new Leftovers(null, 0);

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final @Nullable SpillFolder folder;
    private final long epoch;
    private final List<Path> read = new ArrayList<>();
    private SegmentName expectedOf = new SegmentName(-1, 0);
    private long expectedSequence;
    private long missing;
    private long putAside;

    private Leftovers(@Nullable SpillFolder folder, long epoch) {
        this.folder = folder;
        this.epoch = epoch;
    }

    static Leftovers in(SpillFolder folder, long epoch) {
        return new Leftovers(folder, epoch);
    }

    /** Gives every whole record of every earlier run, in their order. */
    public void forEach(Consumer<byte[]> consumer) {
        SpillFolder from = folder;
        if (from == null) {
            return;
        }
        try {
            for (Path file : from.segments()) {
                read(from, file, consumer);
            }
        } catch (IOException e) {
            LOG.error("what earlier runs left in {} can't be read: {}", from.path(), Reasons.of(e));
        }
    }

    private void read(SpillFolder from, Path file, Consumer<byte[]> consumer) throws IOException {
        try {
            byte[] content = Files.readAllBytes(file);
            SegmentName name = nameOf(file);
            long firstSequence = SegmentFormat.checkHeader(content, name);
            follow(name, firstSequence);
            SegmentReader reader = new SegmentReader(content, firstSequence);
            Optional<SegmentReader.Found> found = reader.next();
            while (found.isPresent()) {
                follow(name, found.get().sequence());
                expectedSequence = found.get().sequence() + 1;
                consumer.accept(found.get().payload());
                found = reader.next();
            }
            if (reader.damage().isEmpty()) {
                read.add(file);
            } else {
                putAside(from, file, file + " is damaged: " + String.join("; ", reader.damage()));
            }
        } catch (SegmentException e) {
            putAside(from, file, String.valueOf(e.getMessage()));
        }
    }

    /** Counts what is missing before a sequence. What was in memory stands in front and is numbered apart. */
    private void follow(SegmentName name, long sequence) {
        boolean another = name.epoch() != expectedOf.epoch() || expectedOf.number() == 0;
        if (!another && sequence > expectedSequence) {
            missing += sequence - expectedSequence;
        }
        expectedSequence = another ? sequence : Math.max(sequence, expectedSequence);
        expectedOf = name;
    }

    private SegmentName nameOf(Path file) throws SegmentException {
        String text = file.getFileName().toString();
        SegmentName name = SegmentName.of(text)
                .orElseThrow(() -> SegmentException.of(
                        text, "name", "'" + text + "'", "one like " + new SegmentName(epoch, 1).fileName()));
        if (name.epoch() >= epoch) {
            throw SegmentException.of(text, "epoch", name.epoch(), "one below " + epoch + ", this run's");
        }
        return name;
    }

    private void putAside(SpillFolder from, Path file, String reason) {
        putAside++;
        from.putAside(file, reason);
    }

    /** Records that must have stood between those that were found. */
    public long missing() {
        return missing;
    }

    /** Files that could not be used as a whole, renamed and kept. */
    public long filesAside() {
        return putAside;
    }

    /** What is worth keeping is durable elsewhere: the files go. */
    public void forget() {
        SpillFolder from = folder;
        if (from != null) {
            read.forEach(from::delete);
            read.clear();
        }
    }
}

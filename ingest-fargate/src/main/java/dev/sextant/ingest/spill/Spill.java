package dev.sextant.ingest.spill;

import dev.sextant.venues.http.MonotonicClock;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A first-in first-out queue of byte records on disk, bounded in bytes. A record is on disk when {@link #offer} returns
 * true. When the disk fails it says so and takes nothing for a while; what is in it can still be taken. Not thread-safe.
 */
public final class Spill implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Spill.class);
    private static final long RETRY_MS = 10_000;

    private final SpillSettings settings;
    private final long epoch;
    private final MonotonicClock clock;
    private final @Nullable SpillFolder folder;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final List<Segment> drained = new ArrayList<>();
    private @Nullable SegmentReader reader;
    private @Nullable Segment damaged;
    private long nextSequence;
    private long takenSequence;
    private int nextNumber = 1;
    private long bytes;
    private long retryAtMs = Long.MIN_VALUE;
    private String trouble = "";

    /** Takes the folder; when that fails there is no spill, and {@link #trouble} says why. */
    public Spill(SpillSettings settings, long epoch, MonotonicClock clock) {
        this.settings = settings;
        this.epoch = epoch;
        this.clock = clock;
        this.folder = settings.maxBytes() > 0 ? open(settings) : null;
    }

    private @Nullable SpillFolder open(SpillSettings from) {
        try {
            return SpillFolder.open(from.folder());
        } catch (IOException e) {
            trouble("the spill folder " + from.folder() + " can't be used: " + Reasons.of(e));
            return null;
        }
    }

    private void trouble(String what) {
        trouble = what;
        LOG.error("{}; records wait in memory, and when that is full reading stops", what);
    }

    /** What earlier runs have left in the folder. */
    public Leftovers leftovers() {
        return folder == null ? Leftovers.NONE : Leftovers.in(folder, epoch);
    }

    /** Puts a record behind all others; false when there is no room or the disk fails. */
    public boolean offer(byte[] payload) {
        if (!hasRoom()) {
            return false;
        }
        try {
            Segment segment = writable();
            long before = segment.bytes();
            segment.append(SegmentFormat.record(nextSequence, payload));
            nextSequence++;
            bytes += segment.bytes() - before;
            trouble = "";
            return true;
        } catch (IOException e) {
            trouble("the spill folder " + settings.folder() + " takes nothing: " + Reasons.of(e));
            retryAtMs = clock.nowMs() + RETRY_MS;
            return false;
        }
    }

    private Segment writable() throws IOException {
        Segment last = segments.peekLast();
        if (last != null && !last.isSealed()) {
            boolean old = clock.nowMs() - last.openedAtMs() >= settings.segmentMs();
            if (!old && last.bytes() < settings.segmentBytes()) {
                return last;
            }
            last.seal();
        }
        Segment next =
                Segment.create(settings.folder(), new SegmentName(epoch, nextNumber++), nextSequence, clock.nowMs());
        segments.addLast(next);
        bytes += next.bytes();
        return next;
    }

    /** Whether the next record would probably be taken. */
    public boolean hasRoom() {
        return folder != null && bytes < settings.maxBytes() && clock.nowMs() >= retryAtMs;
    }

    /** True when every record was taken. */
    public boolean isEmpty() {
        return takenSequence == nextSequence;
    }

    /** Up to {@code max} records from the front. They stay on disk until {@link #sent}. */
    public List<Taken> take(int max) {
        List<Taken> taken = new ArrayList<>();
        while (taken.size() < max && !isEmpty()) {
            Segment first = segments.getFirst();
            Optional<SegmentReader.Found> found = readerOf(first, taken).flatMap(SegmentReader::next);
            if (found.isPresent()) {
                lost(found.get().sequence(), first, taken);
                takenSequence = found.get().sequence() + 1;
                taken.add(new Taken.Whole(found.get().payload()));
            } else {
                lost(first.endSequence(), first, taken);
                done(first);
            }
        }
        return taken;
    }

    private Optional<SegmentReader> readerOf(Segment segment, List<Taken> taken) {
        if (reader == null) {
            try {
                segment.seal();
                reader = segment.read();
            } catch (IOException | SegmentException e) {
                lost(segment.endSequence(), segment, Reasons.of(e), taken);
                return Optional.empty();
            }
        }
        return Optional.ofNullable(reader);
    }

    private void lost(long nextWhole, Segment segment, List<Taken> taken) {
        String damage = reader == null ? "unreadable" : String.join("; ", reader.damage());
        lost(nextWhole, segment, segment.file() + ": " + (damage.isEmpty() ? "it ends too early" : damage), taken);
    }

    private void lost(long nextWhole, Segment segment, String reason, List<Taken> taken) {
        if (nextWhole > takenSequence) {
            taken.add(new Taken.Lost(nextWhole - takenSequence, reason));
            takenSequence = nextWhole;
            damaged = segment;
        }
    }

    private void done(Segment segment) {
        segments.removeFirst();
        bytes -= segment.bytes();
        reader = null;
        if (segment == damaged && folder != null) {
            folder.putAside(segment.file(), segment.file() + " is damaged");
        } else {
            drained.add(segment);
        }
    }

    /** All records taken so far are durable elsewhere: what held only them is deleted. */
    public void sent() {
        while (isEmpty() && !segments.isEmpty()) {
            Segment first = segments.getFirst();
            sealQuietly(first);
            done(first);
        }
        if (folder != null) {
            drained.forEach(segment -> folder.delete(segment.file()));
        }
        drained.clear();
    }

    private static void sealQuietly(Segment segment) {
        try {
            segment.seal();
        } catch (IOException e) {
            LOG.warn("{} could not be closed: {}", segment.file(), e.toString());
        }
    }

    /** Before a close: leaves records that stand in front of all others to the next run, as far as the disk takes them. */
    public void leaveInFront(List<byte[]> payloads) {
        if (folder == null || payloads.isEmpty()) {
            return;
        }
        long sequence = 0;
        try {
            Segment front = Segment.create(settings.folder(), new SegmentName(epoch, 0), 0, clock.nowMs());
            for (byte[] payload : payloads) {
                front.append(SegmentFormat.record(sequence++, payload));
            }
            front.seal();
        } catch (IOException e) {
            LOG.error(
                    "{} of {} records could not be left on disk: {}",
                    payloads.size() - sequence,
                    payloads.size(),
                    Reasons.of(e));
        }
    }

    /** How it is, for the health page. */
    public SpillFigures figures() {
        Segment first = segments.peekFirst();
        return new SpillFigures(
                nextSequence - takenSequence,
                bytes,
                first == null || isEmpty() ? 0 : clock.nowMs() - first.openedAtMs(),
                nextSequence,
                folder == null ? 0 : folder.aside(),
                trouble);
    }

    /** Lets the folder go. What was not sent stays for the next run. */
    @Override
    public void close() {
        segments.forEach(Spill::sealQuietly);
        if (folder != null) {
            folder.close();
        }
    }
}

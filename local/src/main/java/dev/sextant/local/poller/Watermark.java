package dev.sextant.local.poller;

import dev.sextant.platform.stream.SequenceOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** How far a shard is done without a hole, while its lanes get on at different speeds. */
final class Watermark {

    private record Waiting(int lane, String sequenceNumber) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    /** Per lane; empty before its first. */
    private final String[] reached;

    Watermark(int lanes) {
        this.reached = new String[lanes];
        Arrays.fill(reached, "");
    }

    /** A record was read and given to a lane; records come in the shard's order. */
    void read(int lane, String sequenceNumber) {
        waiting.addLast(new Waiting(lane, sequenceNumber));
    }

    /** Records that were read and are not behind the mark. */
    int waiting() {
        return waiting.size();
    }

    /** A lane is done with its records up to this one; answers the new mark if that moves it. */
    Optional<String> reached(int lane, String sequenceNumber) {
        reached[lane] = sequenceNumber;
        Optional<String> mark = Optional.empty();
        while (!waiting.isEmpty() && isDone(waiting.getFirst())) {
            mark = Optional.of(waiting.removeFirst().sequenceNumber());
        }
        return mark;
    }

    private boolean isDone(Waiting record) {
        String through = reached[record.lane()];
        return !through.isEmpty() && SequenceOrder.INSTANCE.compare(record.sequenceNumber(), through) <= 0;
    }
}

package dev.sextant.local.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, to be stopped in the opposite order. A part that can't be stopped doesn't hold the others. */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private record Part(String name, AutoCloseable handle) {}

    private final Deque<Part> started = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(String name, T part) {
        started.push(new Part(name, part));
        return part;
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            Part part = started.pop();
            try {
                part.handle().close();
            } catch (Exception e) {
                // AutoCloseable may throw anything, and the rest must still be stopped.
                LOG.warn("{} did not stop cleanly: {}", part.name(), e.toString());
            }
        }
    }
}

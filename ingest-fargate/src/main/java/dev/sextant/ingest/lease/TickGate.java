package dev.sextant.ingest.lease;

/** Whether ticks may leave now. Asked when a tick is made and again when it is sent; cheap. */
public interface TickGate {

    /** What {@link #term} answers when they may not. */
    long CLOSED = 0;

    /** For one ingest that can have no rival. */
    TickGate OPEN = new TickGate() {
        @Override
        public long term() {
            return 1;
        }

        @Override
        public boolean waits() {
            return true;
        }
    };

    /** The number of the grant under which ticks may leave, or {@link #CLOSED}. */
    long term();

    /**
     * True when ticks wait for an open gate, because a replay stands still until they come; false when they are left to
     * whoever holds the lease.
     */
    boolean waits();
}

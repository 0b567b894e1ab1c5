package dev.sextant.arbitrage.follow;

/** What is done about an opportunity while it is followed; it is not over before this is. */
public interface Pursuit {

    /** Nothing is done. */
    Pursuit NONE = new Pursuit() {
        @Override
        public void advance(long nowMs) {}

        @Override
        public void finish() {}

        @Override
        public boolean isDone() {
            return true;
        }
    };

    /** Time goes on to here; the books are still those of before. */
    void advance(long nowMs);

    /** The watch has ended: what is still to be done is done now. */
    void finish();

    /** Whether nothing is left to be done. */
    boolean isDone();
}

package dev.sextant.recorder;

/** Time that passes between two attempts. */
@FunctionalInterface
interface Pause {

    /**
     * Waits.
     *
     * @return whether the process is to end, so that there is no next attempt
     * @throws InterruptedException which means the same
     */
    boolean isCutShort(long lengthMs) throws InterruptedException;
}

package dev.sextant.recorder;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asked for once, from then on for good: whoever pauses wakes up. */
final class Stop implements Pause {

    private final CountDownLatch asked = new CountDownLatch(1);

    void ask() {
        asked.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    @Override
    public boolean isCutShort(long lengthMs) throws InterruptedException {
        return asked.await(lengthMs, TimeUnit.MILLISECONDS);
    }
}

package dev.sextant.ingest.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");

    private long nowMs = 1_000;
    private final Health health = new Health(List.of(BTC), 10_000, () -> nowMs);

    @Test
    void itIsLiveOnlyWhileDataComesIn() {
        assertEquals(Phase.STARTING, health.phase());
        health.connected();
        health.enter(Phase.BACKFILLING);
        assertEquals(Phase.BACKFILLING, health.phase());
        health.enter(Phase.LIVE);
        health.received(BTC, 100, nowMs);
        assertEquals(Phase.LIVE, health.phase());
        nowMs += 10_000;
        assertEquals(Phase.LIVE, health.phase());
        nowMs += 1;
        assertEquals(Phase.STALLED, health.phase());
        health.received(BTC, 100, nowMs);
        assertEquals(Phase.LIVE, health.phase());
        health.enter(Phase.DRAINING);
        assertEquals(Phase.DRAINING, health.phase());
    }

    @Test
    void aLostConnectionIsAStallUntilTheNext() {
        health.connected();
        health.enter(Phase.LIVE);
        health.received(BTC, 100, nowMs);
        health.lost();
        assertEquals(Phase.STALLED, health.phase());
        health.connected();
        assertEquals(Phase.LIVE, health.phase());
        assertEquals(1, health.reconnects());
    }
}

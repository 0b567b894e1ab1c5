package dev.sextant.ingest.account;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes records of what the private streams tell. At a real exchange a message leaves at once. In a replay it leaves with
 * the first tick that is a whole second younger: by then order-placer has looked at the venue, which stood at that second,
 * and knows what the message says. So a replay decides the same however fast its messages travel, and what they say is
 * there all the same for whoever has not heard it.
 */
public final class PrivateRecords {

    private static final long TELL_ALIVE_MS = 5_000;
    private static final long SETTLED_MS = 1_000;

    private final boolean withTicks;
    private final Deque<PrivateEvent> held = new ArrayDeque<>();
    private final Map<Account, Life> lives = new TreeMap<>(Comparator.comparing(Account::name));

    private static final class Life {
        private boolean up;
        private boolean heard;
        private long toldMs = Long.MIN_VALUE;
    }

    /** @param withTicks whether messages wait for ticks */
    public PrivateRecords(boolean withTicks) {
        this.withTicks = withTicks;
    }

    public void alive(Account account) {
        Life life = lives.computeIfAbsent(account, _ -> new Life());
        life.up = true;
        life.heard = true;
    }

    public void lost(Account account) {
        lives.computeIfAbsent(account, _ -> new Life()).up = false;
    }

    /** What leaves at once. */
    public List<DecisionRecord> on(PrivateEvent event) {
        if (withTicks) {
            held.addLast(event);
            return List.of();
        }
        return List.of(event);
    }

    /** What leaves before the tick of a second. */
    public List<DecisionRecord> at(long tickMs) {
        List<DecisionRecord> records = new ArrayList<>();
        while (!held.isEmpty() && held.getFirst().eventTimeMs() < tickMs - SETTLED_MS) {
            records.add(held.removeFirst());
        }
        lives.forEach((account, life) -> {
            boolean speaks = life.up && (withTicks || life.heard);
            if (speaks && (life.toldMs == Long.MIN_VALUE || tickMs - life.toldMs >= TELL_ALIVE_MS)) {
                life.toldMs = tickMs;
                life.heard = false;
                records.add(new PrivateStreamAlive(account, tickMs));
            }
        });
        return records;
    }
}

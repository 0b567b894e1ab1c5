package dev.sextant.ingest.trade;

import dev.sextant.domain.market.AggTrade;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Lets one symbol's trades pass in id order without holes. A trade ahead of its turn is held until the missing ones
 * came or are given up; one that has passed already is dropped and counted, which is how overlapping connections and
 * back-fills join. Pure; the consumer is called for each trade that passes.
 */
final class TradeSequence {

    /** Trades held at once; what arrives beyond is dropped, seen as a gap later, and fetched. */
    static final int MAX_HELD = 100_000;

    /** So many trades passing below a held one show that the held one's id was nonsense. */
    private static final int WITNESSES = 10;

    private static final long UNKNOWN = -1;

    /** Missing ids, both ends included. */
    record Hole(long fromId, long toId) {}

    private final Consumer<AggTrade> pass;
    private final TreeMap<Long, AggTrade> held = new TreeMap<>();
    private long expected = UNKNOWN;
    private int passedBelowHeld;
    private long duplicates;
    private long implausible;

    TradeSequence(Consumer<AggTrade> pass) {
        this.pass = pass;
    }

    /** The id whose turn it is, or −1 before the first trade. */
    long expected() {
        return expected;
    }

    boolean started() {
        return expected != UNKNOWN;
    }

    /** The next trade to pass is this one: what came before is stored already. */
    void resumeAt(long aggId) {
        expected = aggId;
    }

    /** Takes a trade from the socket. */
    void offer(AggTrade trade) {
        if (take(trade) && !held.isEmpty() && ++passedBelowHeld >= WITNESSES) {
            dropHeld();
        }
    }

    /** Takes a trade from the venue's history. */
    void fill(AggTrade trade) {
        take(trade);
    }

    /** True when the trade itself passed. */
    private boolean take(AggTrade trade) {
        long id = trade.aggId();
        if (!started()) {
            expected = id;
        }
        if (id < expected || held.containsKey(id)) {
            duplicates++;
            return false;
        }
        if (id > expected) {
            if (held.size() < MAX_HELD) {
                held.put(id, trade);
            }
            return false;
        }
        pass(trade);
        passHeld();
        return true;
    }

    private void pass(AggTrade trade) {
        expected = trade.aggId() + 1;
        pass.accept(trade);
    }

    private void passHeld() {
        while (!held.isEmpty() && held.firstKey() == expected) {
            pass(held.pollFirstEntry().getValue());
        }
        if (held.isEmpty()) {
            passedBelowHeld = 0;
        }
    }

    /** The first hole, while trades are held behind it. */
    Optional<Hole> hole() {
        return held.isEmpty() ? Optional.empty() : Optional.of(new Hole(expected, held.firstKey() - 1));
    }

    /** Trades held. */
    int heldCount() {
        return held.size();
    }

    /** Gives the first hole up: what is held behind it passes. */
    void skipHole() {
        Map.Entry<Long, AggTrade> first = held.pollFirstEntry();
        if (first != null) {
            pass(first.getValue());
            passHeld();
        }
    }

    /** Forgets what is held: its ids were nonsense. */
    void dropHeld() {
        implausible += held.size();
        held.clear();
        passedBelowHeld = 0;
    }

    /** Trades dropped because they had passed already. */
    long duplicates() {
        return duplicates;
    }

    /** Trades dropped because no such ids exist. */
    long implausible() {
        return implausible;
    }
}

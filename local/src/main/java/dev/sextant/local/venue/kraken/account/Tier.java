package dev.sextant.local.venue.kraken.account;

/** The venue's account levels: what its counters may reach and how fast they fall. */
public enum Tier {
    STARTER(60, 1, 60, 15, 0.33),
    INTERMEDIATE(125, 2.34, 80, 20, 0.5),
    PRO(180, 3.75, 225, 20, 1);

    private final double engineMost;
    private final double engineDecay;
    private final int openOrders;
    private final double restMost;
    private final double restDecay;

    Tier(double engineMost, double engineDecay, int openOrders, double restMost, double restDecay) {
        this.engineMost = engineMost;
        this.engineDecay = engineDecay;
        this.openOrders = openOrders;
        this.restMost = restMost;
        this.restDecay = restDecay;
    }

    /** Open orders of a pair at most. */
    int openOrders() {
        return openOrders;
    }

    /** What the engine's counter of a pair may reach. */
    public int engineMost() {
        return (int) engineMost;
    }

    /** The trading engine's counter of one pair. */
    Counter engineCounter() {
        return new Counter(engineMost, engineDecay);
    }

    /** The counter of private REST calls. */
    public Counter restCounter() {
        return new Counter(restMost, restDecay);
    }
}

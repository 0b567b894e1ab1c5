package dev.sextant.infra.alarm;

/** What the placer hears from the guard each ten seconds. */
final class GuardAlarms {

    private final Rules rules;

    GuardAlarms(Rules rules) {
        this.rules = rules;
    }

    void add() {
        rules.atLeast(
                1,
                TradingAlarms.placed("Halted").most(1),
                "halted",
                "The desk is HALTED: the kill switch, the day's loss, or the exchange refuses the account. GET /risk says"
                        + " which; entries wait for a person's resume.");
        rules.atLeast(
                1,
                TradingAlarms.placed("Unprotected").most(1),
                "position-unprotected",
                "A position has been without an acknowledged stop for over five seconds and is not closed yet. Look at it"
                        + " at the exchange; place a stop or close it by hand if the desk can't.");
        rules.atLeast(
                1,
                TradingAlarms.placed("Resurrected").most(1),
                "order-resurrected",
                "An order that was looked for in vain turned up at the exchange. Its fills are booked and protected; look"
                        + " at what is open.");
        rules.atLeast(
                1,
                TradingAlarms.placed("Vanished").most(1),
                "order-vanished",
                "The exchange no longer knows an order that rested there. A stop has been placed anew; look at the exchange"
                        + " whether both are there.");
        rules.atLeast(
                1,
                TradingAlarms.placed("RequestsPaused").most(1),
                "requests-paused",
                "The exchange told the desk to wait (429), or has banned its address (418). Nothing is sent until then;"
                        + " stops rest at the exchange.");
        rules.atLeast(
                80,
                TradingAlarms.placed("RequestWeightPercent").most(1),
                "request-weight-high",
                "Over four fifths of the exchange's request weight a minute are used: entries and reads wait. Somebody else"
                        + " sends from this address, or orders are looked for again and again.");
        rules.atLeast(
                1_000,
                TradingAlarms.placed("ClockOffsetMs").most(1),
                "clock-off",
                "A clock differs from the exchange's by over a second. At five what it signs is not sent; ahead, earlier.");
        rules.atLeast(
                5_000,
                TradingAlarms.placed("ClockOffsetMs").most(1),
                "clock-far-off",
                "A clock differs from the exchange's by five seconds: what it signs is not sent.");
    }
}

package dev.sextant.platform.mapping;

import java.time.Duration;
import java.util.List;

/**
 * Every mapping there is.
 *
 * <p>One call at a time and shard, although Lambda could run one per key: with several at once the signals of two
 * symbols at one instant would reach {@code risk-check} in either order, and under a limit it would then be chance which
 * of them may trade.
 */
public final class FunctionMappings {

    private static final int RETRIES = 5;

    /** Frames become indicators, decisions and signals. A late frame still repairs the windows. */
    public static final FunctionMapping SIGNAL_SCORER = new FunctionMapping(
            "signal-scorer", DeskStream.MARKET, 500, Duration.ZERO, 1, RETRIES, Duration.ofMinutes(5), List.of());

    /** Signals become approved orders. What is a minute old is no reason to trade any more. */
    public static final FunctionMapping RISK_CHECK =
            decisions("risk-check", "signal", "cycle_planned", "tick", "sweep");

    /** Approved orders are placed, ticks and sweeps look after what is open. */
    public static final FunctionMapping ORDER_PLACER = decisions("order-placer", "intent_approved", "tick", "sweep");

    /** What the venue tells of orders and positions is booked. A fill an hour old is a fact as well as a new one. */
    public static final FunctionMapping RECONCILER = new FunctionMapping(
            "reconciler",
            DeskStream.DECISIONS,
            100,
            Duration.ZERO,
            1,
            RETRIES,
            Duration.ofHours(1),
            List.of("private_event", "private_stream_alive"));

    public static final List<FunctionMapping> ALL = List.of(SIGNAL_SCORER, RISK_CHECK, ORDER_PLACER, RECONCILER);

    private FunctionMappings() {}

    private static FunctionMapping decisions(String function, String... types) {
        return new FunctionMapping(
                function, DeskStream.DECISIONS, 10, Duration.ZERO, 1, RETRIES, Duration.ofMinutes(1), List.of(types));
    }
}

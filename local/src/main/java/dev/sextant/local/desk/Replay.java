package dev.sextant.local.desk;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.settings.Key;
import dev.sextant.local.venue.Programme;
import dev.sextant.local.venue.rest.LimitRules;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a replay plays.
 *
 * @param title what no other one is called: whose the state is
 * @param announcement for the terminal
 * @param limits of the venue's REST side
 * @param backfillMinutes how much of the past the ingest reads at its start
 * @param resting strategies that rest at first, with the reason
 */
record Replay(
        Programme programme,
        String title,
        String announcement,
        List<Symbol> symbols,
        LimitRules limits,
        long backfillMinutes,
        Map<String, String> resting) {

    private static final long MINUTE_MS = 60_000;

    /** A day may pass in a quarter of an hour here, and its readings are as many as in a day. */
    private static final LimitRules FAST = new LimitRules(240_000, 30_000, 120_000);

    private static final Map<String, String> NOT_FOR_LONG =
            Map.of("demo_fast", "made for the bundled five-minute capture, and would use up the account's daily risk");

    static Replay of(DeskOptions options) {
        MarketPlan plan = options.synthetic();
        if (plan != null) {
            return new Replay(
                    new Programme.Generated(plan),
                    plan.identity(),
                    plan.identity() + ",",
                    plan.symbols(),
                    FAST,
                    plan.historyMs() / MINUTE_MS,
                    NOT_FOR_LONG);
        }
        Path capture = options.settings().path(Key.CAPTURE, options.home());
        return new Replay(
                new Programme.Recorded(List.of(capture), 1),
                String.valueOf(capture.getFileName()),
                options.settings().text(Key.CAPTURE),
                List.of(new Symbol("BTCUSDT")),
                LimitRules.live(),
                0,
                Map.of());
    }
}

package dev.sextant.local.backtest;

import dev.sextant.api.backtest.BacktestRequest;
import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.backtest.sweep.Objective;
import dev.sextant.backtest.sweep.Parameter;
import dev.sextant.backtest.sweep.Split;
import dev.sextant.backtest.sweep.SweepPlan;
import dev.sextant.backtest.sweep.Varied;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a request means; each method throws {@link IllegalArgumentException} naming what can't be. */
final class Wanted {

    private static final Pattern ASSET = Pattern.compile("[A-Z0-9.]{2,12}");
    private static final String START = "start";

    private Wanted() {}

    static ArbSettings settings(BacktestRequest request) {
        ArbSettings settings = ArbSettings.USUAL;
        for (String text : request.settings()) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "settings has '" + text + "', expected NAME=VALUE, for example fee-bps=10");
            }
            String name = text.substring(0, equals);
            String value = text.substring(equals + 1);
            settings = name.equals(START) ? from(settings, value) : with(settings, Parameter.of(name), value);
        }
        return settings;
    }

    private static ArbSettings with(ArbSettings settings, Parameter parameter, String value) {
        return parameter.in(settings, parameter.value(value));
    }

    private static ArbSettings from(ArbSettings settings, String asset) {
        if (!ASSET.matcher(asset).matches()) {
            throw new IllegalArgumentException("start is '" + asset + "', expected one asset such as USD");
        }
        return new ArbSettings(
                settings.feePpm(),
                settings.limits(),
                List.of(asset),
                settings.mostLegs(),
                false,
                settings.unwind(),
                settings.latencyMs());
    }

    static SweepPlan plan(BacktestRequest request) {
        Map<String, String> options = request.options();
        if (request.vary().isEmpty()) {
            throw new IllegalArgumentException("vary is empty, expected at least one as buffer-bps=0,2,5");
        }
        if (options.containsKey("train") && options.containsKey("folds")) {
            throw new IllegalArgumentException("train and folds are both given, expected one of them");
        }
        BigDecimal train =
                new BigDecimal(options.getOrDefault("train", Split.USUAL.train().toPlainString()));
        return new SweepPlan(
                settings(request),
                request.vary().stream().map(Varied::of).toList(),
                new Split(train, (int) whole(options, "folds", 1, 1_000)),
                Objective.of(options.getOrDefault("objective", Objective.PROFIT.word())),
                (int) whole(options, "blocks", SweepPlan.USUAL_BLOCKS, 1_000),
                (int) whole(options, "limit", SweepPlan.USUAL_LIMIT, 1_000_000),
                whole(options, "seed", 1, Long.MAX_VALUE));
    }

    private static long whole(Map<String, String> options, String name, long usual, long most) {
        String text = options.getOrDefault(name, Long.toString(usual));
        try {
            long value = Long.parseLong(text);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(name + " is '" + text + "', expected a whole number from 0 to " + most);
    }
}

package dev.sextant.backtest.sweep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.backtest.arb.BookHealth;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** A sweep's report as JSON: amounts as texts, times in epoch milliseconds, sets by their place in the list of all. */
public final class SweepJson {

    /** Enough for any reader; the last digits of a double say nothing. */
    private static final MathContext DIGITS = new MathContext(9);

    private final SweepResult result;
    private final Objective objective;

    private SweepJson(SweepResult result) {
        this.result = result;
        this.objective = result.plan().objective();
    }

    /**
     * The report; the same for the same result.
     *
     * @param version of the program
     */
    public static ObjectNode of(SweepResult result, List<RecordedInput> inputs, String version) {
        ObjectNode plan = PlanJson.plan(result.plan(), result.gridSize());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", ReportId.of("sweep", version, inputs, plan));
        json.put("kind", "sweep");
        json.put("version", version);
        json.set("inputs", PlanJson.inputs(inputs));
        json.set("plan", plan);
        new SweepJson(result).into(json);
        return json;
    }

    private void into(ObjectNode json) {
        json.set("recording", recording(result.health(), result.firstMs(), result.lastMs()));
        json.put("grid", result.gridSize());
        json.put("trials", result.sets().size());
        json.set("judgement", judgement(result.judgement()));
        ArrayNode sets = json.putArray("sets");
        result.sets().forEach(set -> {
            ObjectNode values = sets.addObject().putObject("values");
            set.set()
                    .values()
                    .forEach(value ->
                            values.put(value.parameter().word(), value.number().toPlainString()));
        });
        for (int set = 0; set < result.sets().size(); set++) {
            ObjectNode decay = ((ObjectNode) sets.get(set)).putObject("decay");
            result.sets().get(set).decay().forEach((ms, share) -> decay.put(ms.toString(), rounded(share)));
        }
        ArrayNode folds = json.putArray("folds");
        for (int fold = 0; fold < result.rankings().size(); fold++) {
            fold(folds.addObject(), fold, result.rankings().get(fold));
        }
    }

    private void fold(ObjectNode json, int number, Ranking ranking) {
        window(json.putObject("train"), ranking.fold().train());
        window(json.putObject("test"), ranking.fold().test());
        ArrayNode rows = json.putArray("ranking");
        for (int set : ranking.order()) {
            ObjectNode row = rows.addObject()
                    .put("set", set)
                    .put("test_rank", ranking.testRanks().get(set));
            figures(row.putObject("train"), result.sets().get(set).train(number));
            figures(row.putObject("test"), result.sets().get(set).test(number));
        }
    }

    private static void window(ObjectNode json, TimeWindow window) {
        json.put("from", window.fromMs())
                .put("to", window.toMs())
                .put("quiet_ms", window.last() ? 0 : window.quietMs());
    }

    private void figures(ObjectNode json, Figures figures) {
        objective
                .value(figures)
                .ifPresentOrElse(value -> json.put("value", rounded(value)), () -> json.putNull("value"));
        json.put("seen", figures.seen());
        json.put("purged", figures.purged());
        json.put("taken", figures.taken());
        json.put("complete", figures.complete());
        json.put("expected", plain(figures.expected()));
        json.put("realised", plain(figures.realised()));
    }

    static ObjectNode recording(BookHealth health, long firstMs, long lastMs) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", firstMs)
                .put("to", lastMs)
                .put("markets", health.markets())
                .put("cycles", health.cycles())
                .put("events", health.events())
                .put("before_snapshot", health.beforeSnapshot())
                .put("malformed", health.malformed())
                .put("out_of_range", health.outOfRange())
                .put("checksums", health.checksums())
                .put("wrong_checksums", health.wrongChecksums())
                .put("crossed", health.crossed())
                .put("back_in_time", health.backInTime());
    }

    private static ObjectNode judgement(Judgement judgement) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdict", judgement.verdict().name().toLowerCase(Locale.ROOT));
        ArrayNode reasons = json.putArray("reasons");
        judgement.reasons().forEach(reasons::add);
        json.put("rule", Judgement.RULE);
        judgement
                .overfitting()
                .ifPresent(pbo -> json.putObject("overfitting")
                        .put("probability", rounded(pbo.probability()))
                        .put("combinations", pbo.combinations())
                        .put("mean_logit", rounded(pbo.meanLogit())));
        judgement
                .sharpe()
                .ifPresent(sharpe -> json.putObject("sharpe")
                        .put("blocks", sharpe.observations())
                        .put("ratio", rounded(sharpe.ratio()))
                        .put("skewness", rounded(sharpe.skewness()))
                        .put("kurtosis", rounded(sharpe.kurtosis()))
                        .put("variance_of_sets", rounded(judgement.sharpeVariance()))
                        .put("probability_above_zero", rounded(sharpe.probabilityAbove(0))));
        judgement
                .deflated()
                .ifPresent(deflated -> json.putObject("deflated_sharpe")
                        .put("trials", deflated.trials())
                        .put("luck", rounded(deflated.luck()))
                        .put("probability", rounded(deflated.probability())));
        return json;
    }

    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}

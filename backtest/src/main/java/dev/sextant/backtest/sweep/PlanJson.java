package dev.sextant.backtest.sweep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.backtest.arb.ArbSettings;
import java.util.List;

/** What was asked for, as JSON: numbers as texts, one way to write each. */
final class PlanJson {

    private PlanJson() {}

    static ArrayNode inputs(List<RecordedInput> inputs) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        inputs.forEach(input -> json.addObject()
                .put("name", input.name())
                .put("format", input.format())
                .put("bytes", input.bytes())
                .put("sha256", input.sha256()));
        return json;
    }

    /** The settings that are the same for all. */
    static ObjectNode settings(ArbSettings settings, List<Parameter> without) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("start", String.join(",", settings.starts()));
        for (Parameter parameter : Parameter.values()) {
            if (!without.contains(parameter)) {
                parameter
                        .of(settings)
                        .ifPresent(value -> json.put(
                                parameter.word(), value.stripTrailingZeros().toPlainString()));
            }
        }
        return json;
    }

    /** @param gridSize how many combinations there are: limit and seed count only where some are left out */
    static ObjectNode plan(SweepPlan plan, int gridSize) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<Parameter> varied = plan.varied().stream().map(Varied::parameter).toList();
        json.set("settings", settings(plan.base(), varied));
        ObjectNode vary = json.putObject("vary");
        plan.varied().forEach(one -> {
            ArrayNode values = vary.putArray(one.parameter().word());
            one.values().forEach(value -> values.add(value.toPlainString()));
        });
        json.put("objective", plan.objective().word());
        if (plan.split().folds() == 1) {
            json.put("train", plan.split().train().stripTrailingZeros().toPlainString());
        } else {
            json.put("folds", plan.split().folds());
        }
        json.put("blocks", plan.blocks());
        if (gridSize > plan.limit()) {
            json.put("limit", plan.limit());
            json.put("seed", plan.seed());
        }
        return json;
    }
}

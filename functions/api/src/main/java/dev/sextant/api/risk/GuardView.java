package dev.sextant.api.risk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.risk.GuardCondition;
import dev.sextant.domain.risk.GuardReport;
import dev.sextant.domain.risk.GuardState;
import dev.sextant.domain.risk.RiskPicture;
import java.util.Comparator;
import java.util.TreeMap;

/** The guard as users see it: states, what led to them, and the table behind. */
final class GuardView {

    private GuardView() {}

    static ObjectNode report(GuardReport report) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("state", report.state().name());
        ArrayNode findings = view.putArray("findings");
        report.findings()
                .forEach(finding -> findings.addObject()
                        .put("condition", finding.condition().wireName())
                        .put("state", finding.condition().state().name())
                        .put("text", finding.text()));
        return view;
    }

    /** A strategy is as well off as in the best of its symbols that the desk watches. */
    static void strategies(RiskPicture picture, long nowMs, ArrayNode views) {
        new TreeMap<>(picture.strategies()).forEach((name, trader) -> {
            GuardState account = picture.guard(nowMs).state();
            GuardState state = trader.symbols().stream()
                    .filter(picture.tradesCompleteToMs()::containsKey)
                    .map(symbol -> picture.guard(name, symbol, nowMs).state())
                    .min(Comparator.naturalOrder())
                    .orElse(account);
            views.addObject()
                    .put("strategy", name)
                    .put("running", trader.state())
                    .put("state", state.name());
        });
    }

    static void conditions(ArrayNode views) {
        for (GuardCondition condition : GuardCondition.values()) {
            views.addObject()
                    .put("condition", condition.wireName())
                    .put("scope", condition.scope().wireName())
                    .put("state", condition.state().name())
                    .put("meaning", condition.meaning());
        }
    }
}

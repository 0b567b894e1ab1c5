package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.signals.score.Decision;
import dev.sextant.signals.score.DecisionJson;
import java.util.Optional;

/** A decision as the scorer would have stored it. */
final class RecomputedDecision {

    private static final String STOPPED = "strategy_stopped";
    private static final String SAID = "; it would have said: ";
    /** Which account makes no difference to a decision. */
    private static final Account ANY = new Account("any");

    private RecomputedDecision() {}

    /**
     * The stored form.
     *
     * @param live the desk's own decision, for what no trade decides: whether an operator had stopped the strategy
     */
    static ObjectNode json(Decision decision, JsonNode live) {
        ObjectNode json = DecisionJson.of(decision);
        JsonNode gate = live.path("gate");
        boolean stopped = gate.path("code").asText().equals(STOPPED);
        Optional<SignalRaised> signal = stopped ? Optional.empty() : decision.signal(ANY);
        json.put("taken", signal.isPresent());
        json.put("signal_id", signal.map(SignalRaised::signalId).orElse(null));
        if (stopped) {
            String told = gate.path("text").asText();
            int end = told.lastIndexOf(SAID);
            json.putObject("gate")
                    .put("code", STOPPED)
                    .put(
                            "text",
                            (end < 0 ? told : told.substring(0, end))
                                    + SAID
                                    + decision.gate().text())
                    .put("missing_points", decision.gate().missingPoints());
        }
        return json;
    }
}

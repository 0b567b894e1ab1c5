package dev.sextant.api.decision;

import dev.sextant.api.http.Ids;
import dev.sextant.api.http.Parameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The paths of decisions, signals and drift. */
@Controller("/api/v1")
final class DecisionsController {

    private final Decisions decisions;
    private final Explanations explanations;
    private final Signals signals;
    private final Drift drift;

    DecisionsController(Decisions decisions, Explanations explanations, Signals signals, Drift drift) {
        this.decisions = decisions;
        this.explanations = explanations;
        this.signals = signals;
        this.drift = drift;
    }

    @Get("/decisions")
    String decisions(Parameters query) {
        DecisionFilter filter = new DecisionFilter(query.strategy(), query.symbol(), query.flag("taken"));
        return decisions
                .page(filter, query.cursor(Decisions.LIST), query.limit())
                .json();
    }

    @Get("/decisions/{id}")
    String decision(String id) {
        return decisions.one(Ids.hash("decision_id", id));
    }

    @Get("/decisions/{id}/explain")
    String explanation(String id) {
        return explanations.of(Ids.hash("decision_id", id));
    }

    @Get("/signals")
    String signals(Parameters query) {
        return signals.page(query.cursor(Signals.LIST), query.limit()).json();
    }

    @Get("/drift")
    String drift(Parameters query) {
        return drift.page(query.cursor(Drift.LIST), query.limit()).json();
    }
}

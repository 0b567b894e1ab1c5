package dev.sextant.api.opportunity;

import dev.sextant.api.http.Ids;
import dev.sextant.api.http.Parameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The paths of opportunities. */
@Controller("/api/v1/opportunities")
final class OpportunitiesController {

    private static final String LATENCY = "latency_ms";

    private final Opportunities opportunities;
    private final OpportunitySummary summary;

    OpportunitiesController(Opportunities opportunities, OpportunitySummary summary) {
        this.opportunities = opportunities;
        this.summary = summary;
    }

    @Get
    String opportunities(Parameters query) {
        return opportunities
                .page(query.flag("live"), query.cycle(), query.cursor(Opportunities.LIST), query.limit())
                .json();
    }

    @Get("/summary")
    String summary(Parameters query) {
        boolean asMeasured = query.isWord(LATENCY, "measured");
        return summary.of(
                query.span(),
                new Lateness(asMeasured, asMeasured ? null : query.number(LATENCY, 0, Lateness.LONGEST_MS)));
    }

    @Get("/{id}")
    String opportunity(String id) {
        return opportunities.one(Ids.hash("opportunity_id", id));
    }
}

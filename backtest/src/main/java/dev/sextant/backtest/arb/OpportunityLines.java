package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.follow.Opportunity;
import dev.sextant.arbitrage.follow.SizedCycle;
import dev.sextant.recordings.book.BookEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.function.Consumer;

/** Opportunities and edges as lines, for people or as JSON; sums them up. */
final class OpportunityLines {

    private final boolean json;
    private final Consumer<String> out;
    private final ArbTotals totals = new ArbTotals();

    OpportunityLines(boolean json, Consumer<String> out) {
        this.json = json;
        this.out = out;
    }

    ArbTotals totals() {
        return totals;
    }

    void opportunity(Told told) {
        totals.take(told);
        out.accept(json ? OpportunityJson.of(told).toString() : text(told));
    }

    private static String text(Told told) {
        Opportunity opportunity = told.opportunity();
        SizedCycle plan = opportunity.plan();
        BigDecimal edge = BigDecimal.valueOf(plan.edgeBps()).setScale(2, RoundingMode.HALF_EVEN);
        String taken = told.taken()
                .map(done -> ", taken: " + OpportunityJson.lower(done.outcome()) + ", realised "
                        + OpportunityJson.plain(done.realised()))
                .orElse("");
        return Instant.ofEpochMilli(opportunity.seenMs()) + "  " + plan.cycle() + "  " + edge + " bps of "
                + OpportunityJson.plain(plan.spend()) + " " + plan.asset() + ", "
                + OpportunityJson.plain(plan.profit()) + " for "
                + (opportunity.goneMs().orElse(opportunity.lastMs()) - opportunity.seenMs()) + " ms"
                + taken;
    }

    void edge(BookEvent event, EdgeTrace.Edge edge) {
        out.accept(
                json
                        ? OpportunityJson.of(event, edge).toString()
                        : Instant.ofEpochMilli(event.timeMs()) + "  " + event.pair() + "  " + edge.cycle() + "  "
                                + edge.product());
    }
}

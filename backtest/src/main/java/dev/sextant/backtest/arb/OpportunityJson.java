package dev.sextant.backtest.arb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.arbitrage.follow.Opportunity;
import dev.sextant.arbitrage.follow.SizedCycle;
import dev.sextant.arbitrage.follow.SizedLeg;
import dev.sextant.recordings.book.BookEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What a replay finds as JSON: times in epoch milliseconds as in the books, amounts as texts. */
final class OpportunityJson {

    private OpportunityJson() {}

    static ObjectNode of(Told told) {
        Opportunity opportunity = told.opportunity();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("t", opportunity.seenMs());
        json.put("gone", opportunity.goneMs().orElse(opportunity.lastMs()));
        json.put("why", opportunity.why().map(why -> lower(why)).orElse("end_of_recording"));
        SizedCycle plan = opportunity.plan();
        json.put("cycle", plan.cycle());
        json.put("edge_bps", rounded(plan.edgeBps()));
        json.put("best_edge_bps", rounded(opportunity.bestEdgeBps()));
        json.put("asset", plan.asset());
        json.put("spend", plain(plan.spend()));
        json.put("profit", plain(plan.profit()));
        plan.worstLoss().ifPresent(loss -> json.put("worst_loss", plain(loss)));
        json.put("looks", opportunity.looks());
        plan.legs().forEach(leg -> leg(json.withArray("legs").addObject(), leg));
        ObjectNode decay = json.putObject("decay");
        opportunity.decay().forEach((ms, share) -> decay.put(ms.toString(), rounded(share)));
        told.taken()
                .ifPresent(taken -> json.putObject("taken")
                        .put("expected", plain(taken.expected()))
                        .put("realised", plain(taken.realised()))
                        .put("outcome", lower(taken.outcome()))
                        .put("done", taken.doneMs()));
        return json;
    }

    private static void leg(ObjectNode json, SizedLeg leg) {
        json.put("pair", leg.pair());
        json.put("side", leg.buys() ? "buy" : "sell");
        json.put("quantity", plain(leg.quantity()));
        json.put("limit", plain(leg.limit()));
        json.put("spend", plain(leg.spend()));
        json.put("receive", plain(leg.receive()));
    }

    static ObjectNode of(BookEvent event, EdgeTrace.Edge edge) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("t", event.timeMs())
                .put("pair", event.pair())
                .put("cycle", edge.cycle())
                .put("product", edge.product());
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

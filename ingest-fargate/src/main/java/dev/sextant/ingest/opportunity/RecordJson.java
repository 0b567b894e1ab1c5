package dev.sextant.ingest.opportunity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.arbitrage.follow.Opportunity;
import dev.sextant.arbitrage.follow.ProvenBook;
import dev.sextant.arbitrage.follow.SizedCycle;
import dev.sextant.arbitrage.follow.SizedLeg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Records as the database takes them: amounts as texts, times in epoch milliseconds. */
final class RecordJson {

    /** How an opportunity ends when the watch ends first. */
    private static final String WATCH_ENDED = "watch_ended";

    private static final int DIGITS = 4;

    private RecordJson() {}

    static ObjectNode of(OpportunityRecord record) {
        Opportunity opportunity = record.opportunity();
        SizedCycle plan = opportunity.plan();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", opportunity.id());
        json.put("venue", record.venue());
        json.put("synthetic", record.synthetic());
        json.put("cycle", plan.cycle());
        json.put("start_asset", plan.asset());
        json.put("seen_ms", opportunity.seenMs());
        json.put("last_ms", opportunity.lastMs());
        opportunity.goneMs().ifPresent(ms -> {
            json.put("gone_ms", ms);
            json.put("ending", opportunity.why().map(RecordJson::lower).orElse(WATCH_ENDED));
        });
        json.put("state", lower(opportunity.life()));
        json.put("edge_bps", rounded(plan.edgeBps()));
        json.put("best_edge_bps", rounded(opportunity.bestEdgeBps()));
        json.put("spend", plain(plan.spend()));
        json.put("profit", plain(plan.profit()));
        plan.worstLoss().ifPresent(loss -> json.put("worst_loss", plain(loss)));
        json.put("looks", opportunity.looks());
        record.notTaken().ifPresent(why -> json.put("not_taken", why));
        ArrayNode legs = json.putArray("legs");
        for (int leg = 0; leg < plan.legs().size(); leg++) {
            leg(legs.addObject(), plan.legs().get(leg), record.books().get(leg));
        }
        ArrayNode books = json.putArray("books");
        record.books().forEach(book -> book(books.addObject(), book));
        ObjectNode decay = json.putObject("decay");
        opportunity.decay().forEach((ms, share) -> decay.put(ms.toString(), rounded(share)));
        return json;
    }

    private static void leg(ObjectNode json, SizedLeg leg, ProvenBook book) {
        json.put("pair", leg.pair());
        json.put("side", leg.buys() ? "BUY" : "SELL");
        json.put("qty", plain(leg.quantity()));
        json.put("limit", plain(leg.limit()));
        json.put("spend", plain(leg.spend()));
        json.put("receive", plain(leg.receive()));
        json.put("book_age_ms", leg.bookAgeMs());
        json.put("levels", book.used());
    }

    private static void book(ObjectNode json, ProvenBook book) {
        json.put("pair", book.pair());
        json.put("side", book.asks() ? "asks" : "bids");
        json.put("used", book.used());
        ArrayNode levels = json.putArray("levels");
        book.levels()
                .forEach(level -> levels.addArray().add(plain(level.price())).add(plain(level.quantity())));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

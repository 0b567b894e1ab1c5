package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.UnwindRoute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The JSON of a plan, as it is stored and as it travels on the {@code decisions} stream: decimals as text, times as epoch
 * milliseconds.
 */
public final class PlanDocument {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,76}(\\.[0-9]{1,64})?");

    private PlanDocument() {}

    /** A plan as JSON; {@link #read} makes it again. */
    public static ObjectNode of(CyclePlan plan) {
        ArrayNode legs = NODES.arrayNode();
        plan.legs().forEach(leg -> legs.add(leg(leg)));
        ArrayNode routes = NODES.arrayNode();
        plan.routes().forEach(route -> routes.add(route(route)));
        ObjectNode json = NODES.objectNode()
                .put("plan_id", plan.planId())
                .put("account", plan.account().name())
                .put("venue", plan.venue())
                .put("strategy", plan.strategy())
                .put("strategy_version", plan.strategyVersion())
                .put("opportunity_id", plan.opportunityId())
                .put("cycle", plan.cycle())
                .put("lane", plan.lane().name().toLowerCase(Locale.ROOT))
                .put("start_asset", plan.startAsset())
                .put("spend", text(plan.spend()))
                .put("expected_profit", text(plan.expectedProfit()))
                .put("worst_loss", text(plan.worstLoss()))
                .put("start_value", text(plan.startValue()))
                .put("max_book_age_ms", plan.maxBookAgeMs())
                .put("decided_at_ms", plan.decidedAtMs())
                .put("expires_at_ms", plan.expiresAtMs());
        json.set("legs", legs);
        json.set("routes", routes);
        return json;
    }

    private static ObjectNode leg(PlanLeg leg) {
        return NODES.objectNode()
                .put("side", leg.side().name())
                .put("qty", leg.quantity().toString())
                .put("limit", leg.limit().toString())
                .put("book_age_ms", leg.bookAgeMs())
                .set("terms", terms(leg.terms()));
    }

    private static ObjectNode route(UnwindRoute route) {
        return NODES.objectNode()
                .put("side", route.side().name())
                .put("reference", route.reference().toString())
                .set("terms", terms(route.terms()));
    }

    private static ObjectNode terms(PairTerms terms) {
        return NODES.objectNode()
                .put("symbol", terms.pair().name())
                .put("base", terms.base())
                .put("quote", terms.quote())
                .put("tick", text(terms.tick()))
                .put("step", text(terms.step()))
                .put("min_qty", text(terms.minQuantity()))
                .put("min_cost", text(terms.minCost()))
                .put("fee_rate", text(terms.feeRate()));
    }

    /**
     * Reads JSON from anywhere.
     *
     * @throws IllegalArgumentException naming the field and what was expected
     */
    public static CyclePlan read(JsonNode p) {
        return new CyclePlan(
                string(p, "plan_id"),
                new Account(string(p, "account")),
                string(p, "venue"),
                string(p, "strategy"),
                string(p, "strategy_version"),
                string(p, "opportunity_id"),
                string(p, "cycle"),
                CyclePlan.Lane.valueOf(string(p, "lane").toUpperCase(Locale.ROOT)),
                decimal(p, "spend"),
                decimal(p, "expected_profit"),
                decimal(p, "worst_loss"),
                decimal(p, "start_value"),
                each(p, "legs", PlanDocument::readLeg),
                each(p, "routes", PlanDocument::readRoute),
                integer(p, "max_book_age_ms"),
                integer(p, "decided_at_ms"),
                integer(p, "expires_at_ms"));
    }

    private static PlanLeg readLeg(JsonNode leg) {
        return new PlanLeg(
                readTerms(leg.path("terms")),
                Side.valueOf(string(leg, "side")),
                new Quantity(decimal(leg, "qty")),
                new Price(decimal(leg, "limit")),
                integer(leg, "book_age_ms"));
    }

    private static UnwindRoute readRoute(JsonNode route) {
        return new UnwindRoute(
                readTerms(route.path("terms")),
                Side.valueOf(string(route, "side")),
                new Price(decimal(route, "reference")));
    }

    private static PairTerms readTerms(JsonNode t) {
        return new PairTerms(
                new Symbol(string(t, "symbol")),
                string(t, "base"),
                string(t, "quote"),
                decimal(t, "tick"),
                decimal(t, "step"),
                decimal(t, "min_qty"),
                decimal(t, "min_cost"),
                decimal(t, "fee_rate"));
    }

    private static <T> List<T> each(JsonNode of, String field, Function<JsonNode, T> reader) {
        List<T> all = new ArrayList<>();
        of.path(field).forEach(one -> all.add(reader.apply(one)));
        return all;
    }

    private static String string(JsonNode of, String field) {
        String text = of.path(field).textValue();
        if (text == null) {
            throw wrong(of, field, "a text");
        }
        return text;
    }

    private static BigDecimal decimal(JsonNode of, String field) {
        String text = string(of, field);
        if (!DECIMAL.matcher(text).matches()) {
            throw wrong(of, field, "a decimal");
        }
        return new BigDecimal(text);
    }

    private static long integer(JsonNode of, String field) {
        JsonNode value = of.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(of, field, "a whole number");
        }
        return value.longValue();
    }

    private static IllegalArgumentException wrong(JsonNode of, String field, String expected) {
        return new IllegalArgumentException(field + " of a plan is " + of.path(field) + ", expected " + expected);
    }

    private static String text(BigDecimal value) {
        return E8.printDecimal(value);
    }
}

package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link PlanStore} over the functions of migration V021; one round trip a step. */
public final class SqlPlanStore implements PlanStore {

    private final SqlClient sql;

    public SqlPlanStore(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Reserved reserve(CyclePlan plan, @Nullable ClaimRequest claim, String source, long nowMs) {
        return reserved(call(Sql.of("select execution.reserve_plan(:p::jsonb)::text as answer")
                .withJson("p", first(plan, claim, source, nowMs))));
    }

    /**
     * Does what {@link #reserve} does and takes it back, so that the next real call finds everything warm; nothing is stored
     * and nobody may send. Called by the direct lane while it has nothing to do.
     */
    public void rehearse(CyclePlan plan, ClaimRequest claim, String source, long nowMs) {
        call(Sql.of("select execution.rehearse_plan(:p::jsonb)::text as answer")
                .withJson("p", first(plan, claim, source, nowMs)));
    }

    private static String first(CyclePlan plan, @Nullable ClaimRequest claim, String source, long nowMs) {
        ObjectNode question = question(source, nowMs).set("plan", PlanDocument.of(plan));
        question.set("intent", PlanJson.intent(LegIntent.first(plan)));
        if (claim != null) {
            question.set("claim", OrderJson.claim(claim));
        }
        return question.toString();
    }

    @Override
    public Reserved reserveLeg(LegIntent intent, ClaimRequest claim, String source, long nowMs) {
        ObjectNode question =
                question(source, nowMs).put("plan_id", intent.plan().planId());
        question.set("intent", PlanJson.intent(intent));
        question.set("claim", OrderJson.claim(claim));
        return reserved(call(Sql.of("select execution.reserve_leg(:p::jsonb)::text as answer")
                .withJson("p", question.toString())));
    }

    private static ObjectNode question(String source, long nowMs) {
        return JsonNodeFactory.instance.objectNode().put("source", source).put("now_ms", nowMs);
    }

    private static Reserved reserved(JsonNode answer) {
        return switch (answer.get("result").textValue()) {
            case "approved" -> new Reserved.Approved(claim(answer.get("claim")));
            case "refused" ->
                new Reserved.Refused(
                        answer.get("code").textValue(), answer.get("text").textValue());
            case "exists" -> new Reserved.Exists(answer.get("state").textValue());
            default -> throw new IllegalStateException("the plan functions answered " + answer);
        };
    }

    private static @Nullable Claim claim(@Nullable JsonNode answer) {
        return answer == null ? null : OrderJson.claimed(answer);
    }

    @Override
    public List<LivePlan> live(Account account) {
        return plans(Sql.of("""
                        select execution.plan_json(p)::text as answer from execution.plans p
                        where account = :account and state in ('RUNNING', 'UNWINDING')
                        order by ordinal limit 20""").with("account", account.name()));
    }

    @Override
    public Optional<LivePlan> find(String planId) {
        return plans(Sql.of(
                                "select execution.plan_json(p)::text as answer from execution.plans p where plan_id = :plan")
                        .with("plan", planId))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<StoredOrder> order(IntentId id) {
        Sql query = Sql.of("select execution.find_order(:id)::text as answer").with("id", id.hex());
        return Optional.ofNullable(
                        SqlOrderStore.attempt(() -> sql.query(query)).getFirst().textOrNull("answer"))
                .map(json -> OrderJson.storedOrder(OrderJson.parse(json)));
    }

    private List<LivePlan> plans(Sql query) {
        return SqlOrderStore.attempt(() -> sql.query(query)).stream()
                .map(row -> PlanJson.live(OrderJson.parse(row.text("answer"))))
                .toList();
    }

    @Override
    public void end(String planId, PlanStep.End end, String source, long nowMs) {
        ObjectNode question = question(source, nowMs)
                .put("plan_id", planId)
                .put("outcome", end.outcome().name())
                .put("reason", end.reason());
        JsonNode answer = call(
                Sql.of("select execution.end_plan(:p::jsonb)::text as answer").withJson("p", question.toString()));
        if (answer.get("result").textValue().equals("refused")) {
            throw new IllegalStateException(
                    "plan " + planId + ": " + answer.get("text").textValue());
        }
    }

    private JsonNode call(Sql function) {
        return OrderJson.parse(SqlOrderStore.attempt(() -> sql.withoutRetry().callOne(function))
                .text("answer"));
    }
}

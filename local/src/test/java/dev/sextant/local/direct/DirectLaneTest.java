package dev.sextant.local.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.ObservedRequest;
import dev.sextant.local.venue.faults.RequestFault;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The direct lane between a made-up Kraken over loopback and Postgres. The market's time is stepped; all else is real. */
class DirectLaneTest {

    /** Without a token there is no socket. */
    private static final Faults NO_SOCKET = new Faults() {
        @Override
        public RequestFault onRequest(ObservedRequest request) {
            return request.path().endsWith("GetWebSocketsToken")
                    ? new RequestFault.Refuse(503, "{}")
                    : new RequestFault.None();
        }
    };

    /** What the account pays is not told. */
    private static final Faults NO_FEES = new Faults() {
        @Override
        public RequestFault onRequest(ObservedRequest request) {
            return request.path().endsWith("TradeVolume")
                    ? new RequestFault.Refuse(200, "{\"error\":[\"EGeneral:Permission denied\"]}")
                    : new RequestFault.None();
        }
    };

    private DirectDesk desk = new DirectDesk(11, Faults.none());

    @AfterEach
    void close() {
        desk.close();
    }

    private int count(String what) {
        return desk.records().count(what);
    }

    @Test
    void trianglesAreFoundAndTradedAndBothSidesHaveTheSameBooks() {
        desk.streaming().untilEnded(6);
        desk.untilComplete();
        desk.rest();
        assertEquals(0, count("execution.plans where state in ('RUNNING', 'UNWINDING')"));
        assertEquals(new TreeMap<>(desk.atVenue()), new TreeMap<>(desk.records().balances()));
        assertEquals(
                0,
                count(
                        "execution.plans p where profit <> (select coalesce(sum(amount), 0) from execution.plan_flows(p.plan_id) f"
                                + " where f.asset = p.start_asset)"));
        assertEquals(count("execution.orders where venue_order_id is not null"), desk.ordersAtVenue());
        assertEquals(Map.of(), desk.found(), "the reconciler has nothing to say");
    }

    @Test
    void theKillSwitchEndsItAndWhatIsUnderWayIsFinished() {
        desk.streaming().untilEnded(2);
        desk.records().sql("update risk.control set kill_level = 'entries' where account = 'paper-main'");
        desk.untilRefused("killed");
        desk.settle();
        int before = count("execution.orders where purpose = 'FIRST_LEG' and state <> 'BLOCKED'");
        desk.steps(1_500);
        assertEquals(before, count("execution.orders where purpose = 'FIRST_LEG' and state <> 'BLOCKED'"));
        assertEquals(0, count("execution.plans where state in ('RUNNING', 'UNWINDING')"));
    }

    @Test
    void whatWasRefusedIsTakenWhenTheReasonHasPassedAndItStillPays() {
        desk.streaming();
        String late = "execution.plans p where state = 'ENDED' and exists (select 1 from ops.audit a"
                + " where a.subject = p.plan_id and a.action = 'plan_refused')";
        for (int round = 0; round < 40 && count(late) == 0; round++) {
            desk.records().sql("update strategy.strategies set state = 'STOPPED' where name = 'triangles'");
            desk.untilPlans(desk.records().plans() + 1);
            desk.records().sql("update strategy.strategies set state = 'RUNNING' where name = 'triangles'");
            desk.steps(60);
        }
        desk.rest();
        assertTrue(count(late) > 0, "none was taken after a refusal");
        assertEquals(0, count("(select opportunity_id from execution.plans group by 1 having count(*) > 1) x"));
        assertEquals(new TreeMap<>(desk.atVenue()), new TreeMap<>(desk.records().balances()));
    }

    @Test
    void plansArePricedWithTheAccountsFeesPairByPairAndAFeeThatRisesHoldsForThePlanAfterTheNextFill() {
        desk.streaming().untilEnded(2);
        desk.records()
                .feesOfPlans(0)
                .forEach((pair, fees) -> assertEquals(pair.endsWith("/USD") ? "0.0026" : "0.0019", fees, pair));
        assertTrue(desk.records().feesOfPlans(0).containsValue("0.0019"));
        desk.charge("31");
        int charged = desk.records().plans();
        desk.untilPricedWith("0.0031");
        int known = desk.records().plans();
        desk.untilEnded(known + 2);
        desk.rest();
        assertEquals(0, desk.records().pricedBelow("0.0031", charged), "once paid, always reckoned with");
        assertEquals(
                Set.of("0.0031"), Set.copyOf(desk.records().feesOfPlans(known).values()));
        assertEquals(new TreeMap<>(desk.atVenue()), new TreeMap<>(desk.records().balances()));
    }

    @Test
    void withoutTheAccountsFeesNoPlanBegins() {
        desk.close();
        desk = new DirectDesk(11, NO_FEES);
        desk.streaming().steps(1_500);
        // Fees are asked for beside the market: what was seen before the answer says so.
        for (int more = 0;
                more < 50 && notTaken("like '%: TradeVolume was refused: EGeneral:Permission denied'") == 0;
                more++) {
            desk.steps(100);
        }
        assertEquals(0, desk.records().plans());
        assertTrue(
                notTaken("like '%: TradeVolume was refused: EGeneral:Permission denied'") > 0,
                () -> desk.records()
                        .one("select string_agg(distinct not_taken, '; ') as x from strategy.opportunities"));
        assertEquals(0, notTaken("not like 'the account''s fee for % is not known: %'"), "for no other reason");
    }

    private int notTaken(String why) {
        return count("strategy.opportunities where not_taken " + why);
    }

    @Test
    void withoutTheSocketOrdersGoByRestAndNothingIsLost() {
        desk.close();
        desk = new DirectDesk(11, NO_SOCKET);
        desk.untilEnded(2);
        desk.rest();
        assertEquals(new TreeMap<>(desk.atVenue()), new TreeMap<>(desk.records().balances()));
    }
}

package dev.sextant.local.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.follow.Opportunity;
import dev.sextant.arbitrage.follow.Opportunity.Life;
import dev.sextant.arbitrage.follow.OpportunityId;
import dev.sextant.arbitrage.follow.ProvenBook;
import dev.sextant.arbitrage.follow.SizedCycle;
import dev.sextant.arbitrage.follow.SizedLeg;
import dev.sextant.ingest.opportunity.OpportunityRecord;
import dev.sextant.ingest.opportunity.SqlOpportunities;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opportunities on a real database, written by the role that may. */
class OpportunitiesTest {

    private static final long SEEN_MS = 1_767_225_600_000L;

    private DataApiServer server;
    private DataApi api;
    private SqlClient sql;
    private SqlClient asIngest;
    private SqlOpportunities store;

    @BeforeEach
    void migrate() throws IOException {
        server = DataApiServer.start(
                SharedPostgres.newDatabase(), DatabaseAddress.LOCAL.database(), () -> 0, Limits.AWS);
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
        sql = new SqlClient(api);
        asIngest = new SqlClient(api.to(DatabaseAddress.localAs("ingest")));
        store = new SqlOpportunities(asIngest);
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    private static OpportunityRecord record(int number, Life life, long looks, int offsets) {
        long seenMs = SEEN_MS + number;
        Map<Integer, Double> decay = new LinkedHashMap<>();
        List.of(50, 100, 250, 500, 1000, 2000, 5000).subList(0, offsets).forEach(ms -> decay.put(ms, 50.0 / ms));
        boolean gone = life == Life.GONE;
        Opportunity opportunity = new Opportunity(
                OpportunityId.of("kraken", "USD>BTC>ETH>USD", seenMs, 0),
                seenMs,
                seenMs + 10 * looks,
                gone ? OptionalLong.of(seenMs + 900) : OptionalLong.empty(),
                gone ? Optional.of(Ending.NO_EDGE) : Optional.empty(),
                life,
                new SizedCycle(
                        "USD>BTC>ETH>USD",
                        "USD",
                        new BigDecimal("999.99951"),
                        new BigDecimal("1.25000"),
                        12.5,
                        Optional.of(new BigDecimal("4.1")),
                        List.of(new SizedLeg(
                                "BTC/USD",
                                true,
                                new BigDecimal("0.01990049"),
                                new BigDecimal("50000.0"),
                                new BigDecimal("999.99951"),
                                new BigDecimal("0.01990049"),
                                40))),
                12.5 + looks,
                looks,
                decay);
        return new OpportunityRecord(
                "kraken",
                true,
                opportunity,
                List.of(new ProvenBook(
                        "BTC/USD",
                        true,
                        1,
                        List.of(new ProvenBook.Level(new BigDecimal("50000.0"), new BigDecimal("1.00000000"))))),
                Optional.of("nobody trades"));
    }

    @Test
    void whateverTheOrderWhatIsKnownInTheEndIsTheSame() throws StoreException {
        List<OpportunityRecord> story = List.of(
                record(0, Life.SEEN, 1, 0),
                record(0, Life.CONFIRMED, 2, 0),
                record(0, Life.CONFIRMED, 5, 3),
                record(0, Life.GONE, 7, 5),
                record(0, Life.GONE, 7, 7));
        String expected = null;
        Random random = new Random(7);
        for (int round = 0; round < 12; round++) {
            sql.update(Sql.of("delete from strategy.opportunities"));
            List<OpportunityRecord> told = new ArrayList<>(story);
            told.addAll(story.subList(0, random.nextInt(story.size())));
            Collections.shuffle(told, random);
            for (OpportunityRecord one : told) {
                store.save(List.of(one));
            }
            String known = sql.queryOne(Sql.of("select to_jsonb(o)::text as x from strategy.opportunities o"))
                    .orElseThrow()
                    .text("x");
            expected = expected == null ? known : expected;
            assertEquals(expected, known);
        }
        Row row = sql.queryOne(Sql.of("select * from strategy.opportunities")).orElseThrow();
        assertEquals("gone", row.text("state"));
        assertEquals("no_edge", row.text("ending"));
        assertEquals(7, row.longValue("looks"));
        assertEquals(new BigDecimal("999.99951"), row.decimal("spend"));
        assertEquals("nobody trades", row.text("not_taken"));
    }

    @Test
    void aBatchLargerThanAStatementIsCut() throws StoreException {
        List<OpportunityRecord> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            many.add(record(i, Life.SEEN, 1, 0));
        }
        store.save(many);
        assertEquals(150, count("true"));
    }

    @Test
    void oneThatIsRefusedDoesNotHoldTheOthers() throws StoreException {
        OpportunityRecord right = record(0, Life.SEEN, 1, 0);
        OpportunityRecord wrong = record(1, Life.SEEN, 0, 0);
        store.save(List.of(wrong, right));
        assertEquals(1, count("true"));
    }

    @Test
    void aNewWatchEndsWhatAnEarlierOneLeftOpen() throws StoreException {
        store.save(List.of(record(0, Life.CONFIRMED, 3, 1), record(1, Life.GONE, 3, 1)));
        store.interrupt("kraken");
        store.save(List.of(record(0, Life.GONE, 9, 7)));
        assertEquals(1, count("ending = 'interrupted' and gone_at = seen_at + interval '30 ms' and state = 'gone'"));
        assertEquals(1, count("ending = 'no_edge'"));
    }

    @Test
    void onePlanTakesAnOpportunityAndItStaysTaken() throws StoreException {
        OpportunityRecord one = record(0, Life.SEEN, 1, 0);
        String id = one.opportunity().id();
        store.save(List.of(one));
        store.left(id, "the desk is paused");
        assertEquals(1, count("not_taken = 'the desk is paused' and state = 'seen'"));
        store.taken(id, "plan-1");
        store.taken(id, "plan-2");
        store.left(id, "too late");
        store.save(List.of(record(0, Life.GONE, 7, 7)));
        store.interrupt("kraken");
        assertEquals(1, count("plan_id = 'plan-1' and state = 'taken' and not_taken is null and ending = 'no_edge'"));
    }

    @Test
    void whatNothingTookIsForgottenAfterAMonth() throws StoreException {
        store.save(List.of(record(0, Life.GONE, 1, 0), record(1, Life.GONE, 1, 0), record(2, Life.GONE, 1, 0)));
        store.taken(record(2, Life.GONE, 1, 0).opportunity().id(), "plan-1");
        sql.update(
                Sql.of(
                        "update strategy.opportunities set seen_at = now(), last_at = now(), gone_at = now()"
                                + " where opportunity_id = (select min(opportunity_id) from strategy.opportunities where plan_id is null)"));
        assertEquals(1, sql.callOne(Sql.of("select ops.forget_expired() as x")).longValue("x"));
        assertEquals(1, count("plan_id is null"));
        assertEquals(1, count("plan_id is not null"));
    }

    @Test
    void theIngestWritesThroughTheFunctionsOnly() {
        assertThrows(SqlException.class, () -> asIngest.update(Sql.of("delete from strategy.opportunities")));
        SqlClient asApi = new SqlClient(api.to(DatabaseAddress.localAs("api")));
        assertThrows(
                SqlException.class,
                () -> asApi.callOne(Sql.of("select strategy.interrupt_opportunities('kraken') as x")));
        assertTrue(
                asApi.query(Sql.of("select 1 as x from strategy.opportunities")).isEmpty());
        assertFalse(asIngest.queryOne(Sql.of("select 1 as x from strategy.opportunities"))
                .isPresent());
    }

    private long count(String where) {
        return sql.queryOne(Sql.ofResource("select count(*) as x from strategy.opportunities where " + where))
                .orElseThrow()
                .longValue("x");
    }
}

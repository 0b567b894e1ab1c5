package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a spot account with real money needs before a strategy that names it may start, and how its books begin. */
class SpotStartTest {

    private final OrderDesk desk = new OrderDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @BeforeEach
    void anAccountBesideTheDesks() {
        desk.sql.update(Sql.of("""
                insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                    max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses, loss_pause_ms,
                    max_data_age_ms, follows)
                values ('live-main-kraken', 'live', 'USD', 5, 1, 1000, 1000, 60, 5, 5, 3600000, 30000, 'paper-main')"""));
        desk.sql.update(Sql.of("""
                insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since) values
                    ('triangles', '1', 'triangles@1', 'direct', '{"account":"live-main-kraken"}', 'STOPPED', now()),
                    ('other', '1', 'other@1', 'stream', '{}', 'STOPPED', now())"""));
    }

    private String start(String strategy) {
        return desk.one(Sql.ofResource("select concat_ws(': ', x->>'result', x->>'text') as x from strategy.set_state('"
                + strategy + "', 'RUNNING', 'a test', 'ann', now()) x"));
    }

    private void tell(String component, String rest) {
        desk.sql.update(Sql.of("""
                        insert into ops.component_status (component, status) values (:component,
                            jsonb_build_object('account', 'live-main-kraken', 'market_time_ms', ops.ms(now())) || :rest::jsonb)
                        on conflict (component) do update set status = excluded.status""").with("component", component).withJson("rest", rest));
    }

    @Test
    void aStartIsRefusedUntilTheAccountIsReconciledAndExamined() {
        assertTrue(start("triangles").startsWith("not_reconciled: the account was last reconciled never"));
        tell("reconciler-spot", "{\"clean\":true}");
        assertTrue(start("triangles").startsWith("not_examined: "));
        tell("account-spot", "{\"passed\":false,\"checks\":[{\"ok\":false,\"detail\":\"the key can withdraw\"}]}");
        assertEquals("not_fit: the account at the venue: the key can withdraw", start("triangles"));
        tell("account-spot", "{\"passed\":true,\"checks\":[]}");
        assertEquals("changed: triangles is RUNNING", start("triangles"));
    }

    @Test
    void otherStrategiesAskNothingOfIt() {
        assertEquals("changed: other is RUNNING", start("other"));
    }

    @Test
    void anExaminationIsDueUntilOneHasPassed() {
        final String due = "select risk.examination_due('live-main-kraken', now())::text as x";
        assertEquals("true", desk.one(Sql.of(due)));
        tell("account-spot", "{\"passed\":true}");
        assertEquals("false", desk.one(Sql.of(due)));
    }

    @Test
    void itsBooksOpenOnceWithWhatTheVenueShows() {
        assertEquals("false", open("{}"));
        assertEquals("false", open("{\"USD\":\"0\"}"));
        assertEquals("true", open("{\"USD\":\"1000.5\",\"BTC\":\"0.25\",\"EUR\":\"0\"}"));
        assertEquals("false", open("{\"USD\":\"7\"}"));
        assertEquals("BTC 0.25, USD 1000.5", desk.one(Sql.of("""
                        select string_agg(asset || ' ' || ops.dec(amount), ', ' order by asset) as x from portfolio.balances
                        where account = 'live-main-kraken'""")));
        assertEquals(
                "1000.5",
                desk.one(Sql.of(
                        "select start_balance::text as x from risk.accounts where account = 'live-main-kraken'")));
    }

    private String open(String shown) {
        return desk.sqlAs("reconciler")
                .callOne(Sql.of("select portfolio.open_books('live-main-kraken', :shown::jsonb, now())::text as x")
                        .withJson("shown", shown))
                .text("x");
    }
}

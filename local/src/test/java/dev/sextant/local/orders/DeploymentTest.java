package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.setup.AccountTerms;
import dev.sextant.platform.setup.SetupException;
import dev.sextant.platform.setup.SqlAccounts;
import dev.sextant.platform.setup.SqlStrategies;
import dev.sextant.platform.sql.Sql;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts and strategies of a deployed desk, in the database as it is migrated. */
class DeploymentTest {

    private static final Account MAIN = new Account("live-main");
    private static final Account KRAKEN = new Account("live-main-kraken");

    private final OrderDesk desk = new OrderDesk();
    private final SqlAccounts accounts = new SqlAccounts(desk.sql);
    private final SqlStrategies strategies = new SqlStrategies(desk.sql);

    @AfterEach
    void close() {
        desk.close();
    }

    private static AccountTerms terms(String risk, String dailyLoss) {
        return new AccountTerms(
                KRAKEN,
                "live",
                "USD",
                new BigDecimal(risk),
                1,
                new BigDecimal("1000"),
                new BigDecimal("1000"),
                60,
                new BigDecimal(dailyLoss),
                Optional.of(MAIN));
    }

    private static AccountTerms main() {
        return new AccountTerms(
                MAIN,
                "live",
                "USDT",
                BigDecimal.valueOf(5),
                2,
                BigDecimal.valueOf(500),
                BigDecimal.valueOf(1_000),
                10,
                BigDecimal.valueOf(3),
                Optional.empty());
    }

    private String one(String column) {
        return desk.one(Sql.ofResource(
                "select (" + column + ")::text as x from risk.accounts where account = '" + KRAKEN.name() + "'"));
    }

    @Test
    void anAccountIsMadeOnceWithLimitsAndASwitchThatIsOff() {
        accounts.ensure(main());
        assertEquals("account live-main-kraken made", accounts.ensure(terms("5", "3")));
        assertEquals("account live-main-kraken was there", accounts.ensure(terms("5", "3")));
        assertEquals(
                "live live-main USD 5 1",
                one("concat_ws(' ', mode, follows, currency, risk_per_trade, limits_version)"));
        assertEquals("none prepare-database", desk.one(Sql.of("""
                        select kill_level || ' ' || changed_by as x from risk.control where account = 'live-main-kraken'""")));
        assertEquals("true", one("start_balance is null"));
    }

    @Test
    void limitsFollowTheSettingsUntilAPersonSetsOne() {
        accounts.ensure(main());
        accounts.ensure(terms("5", "3"));
        assertEquals("account live-main-kraken was there, its limits changed", accounts.ensure(terms("10", "2")));
        assertEquals(
                "10 2 2 2", one("concat_ws(' ', risk_per_trade, max_daily_loss_r, warn_daily_loss_r, limits_version)"));
        desk.sql.call(Sql.of("""
                select risk.set_limits('live-main-kraken', '{"version":2,"limits":{"risk_per_trade":"7"},"reason":"mine"}', 'ann', now())::text"""));
        assertEquals(
                "account live-main-kraken was there, with limits that a person has set",
                accounts.ensure(terms("20", "5")));
        assertEquals("7 2", one("concat_ws(' ', risk_per_trade, max_daily_loss_r)"));
    }

    @Test
    void aSwitchThatWasThrownStaysThrown() {
        accounts.ensure(main());
        desk.sql.update(Sql.of(
                "update risk.control set kill_level = 'entries', changed_by = 'ann' where account = 'live-main'"));
        accounts.ensure(main());
        assertEquals(
                "entries ann",
                desk.one(Sql.of(
                        "select kill_level || ' ' || changed_by as x from risk.control where account = 'live-main'")));
    }

    @Test
    void whatCanNotBeIsToldByName() {
        accounts.ensure(main());
        accounts.ensure(terms("5", "3"));
        String fault = told(terms("5", "200"));
        assertTrue(
                fault.contains("max_daily_loss_r of account live-main-kraken is '200', expected a number from 0.5"),
                fault);
        AccountTerms euros = new AccountTerms(
                KRAKEN,
                "live",
                "EUR",
                BigDecimal.ONE,
                1,
                BigDecimal.TEN,
                BigDecimal.TEN,
                60,
                BigDecimal.valueOf(3),
                Optional.of(MAIN));
        String currency = told(euros);
        assertTrue(
                currency.contains("currency of account live-main-kraken is 'USD' in the database, expected 'EUR'"),
                currency);
    }

    private String told(AccountTerms terms) {
        return String.valueOf(
                assertThrows(SetupException.class, () -> accounts.ensure(terms)).getMessage());
    }

    @Test
    void strategiesBeginStoppedAndKeepTheStateAPersonGaveThem() {
        strategies.ensureTriangles("triangles", "triangles@1", "direct", KRAKEN);
        strategies.ensure("deep", "1", "deep@1#00000001", "{}", Optional.of(SqlStrategies.NEW));
        assertEquals("deep STOPPED stream,triangles STOPPED direct", desk.one(Sql.of("""
                        select string_agg(concat_ws(' ', name, state, lane), ',' order by name) as x
                        from strategy.strategies where name <> 'demo'""")));
        desk.sql.update(Sql.of("update strategy.strategies set state = 'RUNNING'"));
        strategies.ensureTriangles("triangles", "triangles@1", "stream", KRAKEN);
        strategies.ensure("deep", "2", "deep@2#00000002", "{}", Optional.of(SqlStrategies.NEW));
        assertEquals("deep RUNNING 2,triangles RUNNING 1", desk.one(Sql.of("""
                        select string_agg(concat_ws(' ', name, state, version), ',' order by name) as x
                        from strategy.strategies where name <> 'demo'""")));
        assertEquals("stream live-main-kraken", desk.one(Sql.of("""
                        select lane || ' ' || (config->>'account') as x from strategy.strategies where name = 'triangles'""")));
    }

    @Test
    void aLaneIsNotLeftWhileAPlanOfItIsUnderWay() {
        accounts.ensure(main());
        accounts.ensure(terms("5", "3"));
        strategies.ensureTriangles("triangles", "triangles@1", "direct", KRAKEN);
        desk.sql.update(Sql.of("""
                insert into execution.plans (plan_id, account, venue, strategy, strategy_version, opportunity_id, cycle, lane, start_asset,
                    spend, expected_profit, worst_loss, start_value, document, state, decided_at, created_at, expires_at)
                values (repeat('a', 64), 'live-main-kraken', 'KRAKEN', 'triangles', 'triangles@1', 'o', 'USD>BTC>ETH>USD', 'direct', 'USD',
                    1, 1, 1, 1, '{}', 'RUNNING', now(), now(), now())"""));
        String fault = String.valueOf(assertThrows(
                        SetupException.class,
                        () -> strategies.ensureTriangles("triangles", "triangles@1", "stream", KRAKEN))
                .getMessage());
        assertEquals(
                "krakenLane is 'stream' while plans of lane direct are under way: expected direct until they have ended",
                fault);
    }
}

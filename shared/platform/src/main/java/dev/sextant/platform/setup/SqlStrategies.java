package dev.sextant.platform.setup;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Optional;

/** Registers the strategies of a desk. What is there keeps its state. Safe to repeat. */
public final class SqlStrategies {

    /** Why a strategy of a deployed desk is STOPPED at first. */
    public static final String NEW = "new; a person starts it";

    private final SqlClient sql;

    /** @param sql as the owner of the database */
    public SqlStrategies(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * Registers a strategy of the stream lane; another version takes effect at the next bucket.
     *
     * @param config its file, JSON
     * @param resting why it is STOPPED if it is new; empty for RUNNING
     */
    public void ensure(String name, String version, String strategyVersion, String config, Optional<String> resting) {
        sql.update(Sql.of("""
                        insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_reason,
                            state_since)
                        values (:name, :version, :strategy_version, 'stream', :config,
                            case when :reason::text is null then 'RUNNING' else 'STOPPED' end, :reason, now())
                        on conflict (name) do update set version = excluded.version, config = excluded.config,
                            strategy_version = excluded.strategy_version, updated_at = now()
                        where strategies.strategy_version <> excluded.strategy_version""")
                .with("name", name)
                .with("version", version)
                .with("strategy_version", strategyVersion)
                .with("reason", resting.orElse(null))
                .withJson("config", config));
    }

    /**
     * Registers a deployed desk's strategy that trades triangles with an account of its own, and moves it to a lane.
     *
     * @param lane {@code direct} or {@code stream}
     * @throws SetupException while plans of the other lane are under way
     */
    public void ensureTriangles(String name, String strategyVersion, String lane, Account account) {
        sql.update(Sql.of("""
                        insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_reason,
                            state_since)
                        values (:name, '1', :strategy_version, :lane, jsonb_build_object('account', :account::text), 'STOPPED',
                            :reason, now())
                        on conflict do nothing""")
                .with("name", name)
                .with("strategy_version", strategyVersion)
                .with("reason", NEW)
                .with("lane", lane)
                .with("account", account.name()));
        String now = moveTo(name, lane, account);
        if (!now.equals(lane)) {
            throw new SetupException("krakenLane is '" + lane + "' while plans of lane " + now
                    + " are under way: expected " + now + " until they have ended");
        }
    }

    /**
     * Moves the strategy that trades triangles to a lane and an account, unless plans of the account are under way.
     *
     * @return the lane it is in now
     */
    public String moveTo(String name, String lane, Account account) {
        sql.update(Sql.of("""
                        update strategy.strategies set lane = :lane, updated_at = now(),
                            config = config || jsonb_build_object('account', :account::text)
                        where name = :name and (lane <> :lane or config->>'account' is distinct from :account) and not exists (
                            select 1 from execution.plans where account = :account and state in ('RUNNING', 'UNWINDING'))""").with("name", name).with("lane", lane).with("account", account.name()));
        return sql.query(Sql.of("select lane from strategy.strategies where name = :name")
                        .with("name", name))
                .getFirst()
                .text("lane");
    }
}

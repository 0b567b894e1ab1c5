package dev.sextant.infra.database;

import dev.sextant.infra.state.DatabaseRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The statements that make a login for each part of the desk. All of them may be repeated, and must be after each
 * migration: a new table has no readers yet.
 *
 * <p>Whoever writes in a schema may add and change rows of its tables, but for those that are the record of what
 * happened: they are added to, never changed, and nobody deletes from anything but what is meant to be forgotten.
 */
final class Logins {

    private static final List<String> SCHEMAS = List.of("market", "strategy", "execution", "portfolio", "risk", "ops");

    private static final List<String> RECORDS = List.of(
            "market.agg_trades",
            "strategy.decisions",
            "strategy.signal_indicators",
            "execution.order_events",
            "execution.order_moves",
            "execution.fills",
            "portfolio.ledger",
            "ops.audit",
            "ops.dead_letters");

    private Logins() {}

    /** @param verifierOf gives the verifier of a user's password */
    static List<String> statements(UnaryOperator<String> verifierOf) {
        List<String> statements = new ArrayList<>();
        for (DatabaseRole role : DatabaseRole.values()) {
            String user = role.user();
            statements.add("do $$ begin if not exists (select from pg_roles where rolname = '" + user
                    + "') then create role " + user + " login; end if; end $$");
            statements.add("alter role " + user + " login password '" + verifierOf.apply(user) + "'");
            statements.add("grant usage on schema " + String.join(", ", SCHEMAS) + " to " + user);
            statements.add("grant select on all tables in schema " + String.join(", ", SCHEMAS) + " to " + user);
            statements.add("revoke insert, update, delete on all tables in schema " + String.join(", ", SCHEMAS)
                    + " from " + user);
            statements.add(
                    "grant insert, update on all tables in schema " + String.join(", ", role.writes()) + " to " + user);
        }
        statements.add("revoke update, delete on " + String.join(", ", RECORDS) + " from " + everybody());
        statements.add("revoke insert on execution.order_moves, ops.schema_migrations from " + everybody());
        statements.add("revoke update on ops.schema_migrations from " + everybody());
        statements.add("grant delete on ops.idempotency_keys to " + DatabaseRole.API.user());
        return statements;
    }

    private static String everybody() {
        return Arrays.stream(DatabaseRole.values()).map(DatabaseRole::user).collect(Collectors.joining(", "));
    }
}

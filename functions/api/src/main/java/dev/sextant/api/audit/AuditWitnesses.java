package dev.sextant.api.audit;

import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** Who remembers rows of the audit log: its head, and the head of each day as it was copied then. */
@Singleton
final class AuditWitnesses {

    private final SqlClient sql;

    AuditWitnesses(ApiSetup setup) {
        this.sql = setup.sql();
    }

    String now(String account) {
        return sql.query(Sql.of("""
                        SELECT json_build_object(
                            'account', :account,
                            'head', (SELECT json_build_object('seq', seq, 'hash', hash) FROM ops.audit_heads WHERE account = :account),
                            'anchors', (SELECT coalesce(json_agg(json_build_object('day', day, 'seq', seq, 'hash', hash) ORDER BY day), '[]')
                                        FROM ops.audit_anchors WHERE account = :account),
                            'as_of', ops.iso(ops.market_time())) AS x""").with("account", account)).getFirst().text("x");
    }
}

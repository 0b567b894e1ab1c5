package dev.sextant.api.audit;

import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** Rows of an account's audit log, with all that their hashes are made of. */
@Singleton
final class AuditLog {

    /** Characters of JSON after which a page ends early, so that the answer stays below the database's limit. */
    private static final int MOST_CHARS = 600_000;

    private final SqlClient sql;

    AuditLog(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page page(String account, AuditOrder order, Cursor from, int limit) {
        return Page.of(
                sql.query(order.page(from)
                        .with("account", account)
                        .with("most", MOST_CHARS)
                        .with("limit", limit)),
                limit,
                order.list());
    }
}

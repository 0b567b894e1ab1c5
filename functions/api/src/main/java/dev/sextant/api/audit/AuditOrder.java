package dev.sextant.api.audit;

import dev.sextant.api.http.Cursor;
import dev.sextant.platform.sql.Sql;

/** From which end the log is read. */
enum AuditOrder {
    /** For people. */
    NEWEST("audit") {
        @Override
        Sql page(Cursor from) {
            return Sql.of("""
                            SELECT ops.iso(ops.market_time()) AS as_of, s.major, s.minor,
                                   CASE WHEN s.chars <= :most THEN s.item END AS item
                            FROM (VALUES (1)) one LEFT JOIN LATERAL (
                                SELECT seq AS major, '' AS minor, item, sum(length(item::text)) OVER (ORDER BY seq DESC) AS chars
                                FROM (SELECT seq, ops.audit_json(a) AS item FROM ops.audit a
                                      WHERE account = :account AND seq < :major ORDER BY seq DESC LIMIT :limit + 1) page) s ON true
                            ORDER BY s.major DESC""").with("major", from.major());
        }
    },
    /** For whoever follows the chain. */
    OLDEST("auditchain") {
        @Override
        Sql page(Cursor from) {
            return Sql.of("""
                            SELECT ops.iso(ops.market_time()) AS as_of, s.major, s.minor,
                                   CASE WHEN s.chars <= :most THEN s.item END AS item
                            FROM (VALUES (1)) one LEFT JOIN LATERAL (
                                SELECT seq AS major, '' AS minor, item, sum(length(item::text)) OVER (ORDER BY seq) AS chars
                                FROM (SELECT seq, ops.audit_json(a) AS item FROM ops.audit a
                                      WHERE account = :account AND seq > :major ORDER BY seq LIMIT :limit + 1) page) s ON true
                            ORDER BY s.major""").with("major", from.equals(Cursor.START) ? 0 : from.major());
        }
    };

    private final String list;

    AuditOrder(String list) {
        this.list = list;
    }

    /** The name in its cursors. */
    String list() {
        return list;
    }

    /** The statement of the page after a cursor; it wants account, limit and the characters it may have. */
    abstract Sql page(Cursor from);
}

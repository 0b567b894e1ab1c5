package dev.sextant.api.market;

import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Json;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** Funding of a symbol: what the next settlement is to cost, what the last ones did, and what that is in a year. */
@Singleton
final class Funding {

    private final SqlClient sql;

    Funding(ApiSetup setup) {
        this.sql = setup.sql();
    }

    /** A settlement's rate is the last one known before it. A year's worth is the mean rate × settlements in 365 days. */
    String of(String symbol) {
        Row row = sql.queryOne(Sql.of("""
                WITH head AS (SELECT ops.market_time() AS now),
                settled AS (
                    SELECT s.* FROM market.funding_settlements s, head
                    WHERE symbol = :symbol AND settled_at <= now AND settled_at > now - interval '7 days'),
                this_year AS (
                    SELECT avg(funding_rate) AS mean, count(*) AS n FROM market.funding_settlements, head
                    WHERE symbol = :symbol AND settled_at <= now AND settled_at >= date_trunc('year', now, 'UTC')),
                latest AS (
                    SELECT r.* FROM market.rate_snapshots r, head WHERE symbol = :symbol AND at <= now ORDER BY at DESC LIMIT 1)
                SELECT m.symbol IS NOT NULL AS known, ops.iso(head.now) AS as_of, json_build_object(
                    'symbol', :symbol::text, 'funding_rate', ops.dec(l.funding_rate), 'next_funding_at', ops.iso(l.next_funding_at),
                    'known_at', ops.iso(l.at), 'synthetic', coalesce(l.synthetic, false),
                    'settlements', (SELECT coalesce(json_agg(json_build_object('at', ops.iso(settled_at), 'rate', ops.dec(funding_rate),
                        'mark_price', ops.dec(mark_price), 'synthetic', synthetic) ORDER BY settled_at DESC), '[]') FROM settled),
                    'last_7_days', (SELECT json_build_object('settlements', count(*), 'mean', ops.dec(round(avg(funding_rate), 10)),
                        'lowest', ops.dec(min(funding_rate)), 'highest', ops.dec(max(funding_rate)),
                        'sum', ops.dec(sum(funding_rate))) FROM settled),
                    'this_year', (SELECT json_build_object('settlements', n, 'annualised_percent',
                        ops.dec(round(mean * 3 * 365 * 100, 4))) FROM this_year)) AS item
                FROM head LEFT JOIN market.agg_trades_meta m ON m.symbol = :symbol LEFT JOIN latest l ON true
                """).with("symbol", symbol)).orElseThrow();
        if (!row.bool("known")) {
            throw ApiException.notFound("symbol", symbol);
        }
        return Json.object(row.text("item")).put("as_of", row.text("as_of")).toString();
    }
}

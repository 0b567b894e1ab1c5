package dev.sextant.api.market;

import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** The last price of every symbol, and its funding as it was known at the market's now. */
@Singleton
final class Rates {

    private final SqlClient sql;

    Rates(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page all() {
        return Page.whole(sql.query(Sql.of("""
                SELECT ops.iso(head.at) AS as_of,
                       CASE WHEN m.symbol IS NOT NULL THEN json_build_object(
                           'symbol', m.symbol, 'price', ops.dec(m.last_price), 'mark_price', f.mark_price,
                           'index_price', f.index_price, 'funding_rate', f.funding_rate, 'next_funding_at', f.next_funding_at,
                           'synthetic', CASE WHEN f.synthetic THEN array_remove(ARRAY[
                               CASE WHEN f.mark_price IS NOT NULL THEN 'mark_price' END,
                               CASE WHEN f.index_price IS NOT NULL THEN 'index_price' END,
                               CASE WHEN f.funding_rate IS NOT NULL THEN 'funding_rate' END,
                               CASE WHEN f.next_funding_at IS NOT NULL THEN 'next_funding_at' END], NULL)
                               ELSE '{}' END) END AS item
                FROM (SELECT coalesce(max(watermark_at), ops.market_time()) AS at FROM market.agg_trades_meta) head
                LEFT JOIN market.agg_trades_meta m ON true
                LEFT JOIN LATERAL (
                    SELECT ops.dec((value->>'mark_price')::numeric) AS mark_price,
                           ops.dec((value->>'index_price')::numeric) AS index_price,
                           ops.dec((value->>'rate')::numeric) AS funding_rate,
                           ops.iso(ops.ts((value->>'next_funding_ms')::numeric::bigint)) AS next_funding_at,
                           synthetic
                    FROM market.market_indicators i
                    WHERE i.symbol = m.symbol AND i.indicator_type = 'funding_rate' AND i.known_at <= ops.market_time()
                    ORDER BY i.known_at DESC, i.at DESC
                    LIMIT 1) f ON true
                ORDER BY m.symbol
                """)));
    }
}

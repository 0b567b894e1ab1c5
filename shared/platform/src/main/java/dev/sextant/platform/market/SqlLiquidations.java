package dev.sextant.platform.market;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;

/** Observed liquidations in {@code market.liquidation_events} and, added up by minute, {@code market.liquidation_agg}. */
public final class SqlLiquidations {

    private final SqlClient sql;

    public SqlLiquidations(SqlClient sql) {
        this.sql = sql;
    }

    /** Stores one; the same one again changes nothing. Answers whether it was new. */
    public boolean save(Liquidation liquidation) {
        String document = JsonNodeFactory.instance
                .objectNode()
                .put("symbol", liquidation.symbol().name())
                .put("position", liquidation.longLiquidated() ? "LONG" : "SHORT")
                .put("price", E8.print(liquidation.averagePriceE8()))
                .put("qty", E8.print(liquidation.qtyE8()))
                .put("filled_at_ms", liquidation.filledAtMs())
                .put("synthetic", liquidation.synthetic())
                .toString();
        return sql.callOne(Sql.of("select market.store_liquidation(:p::jsonb) as added")
                        .with("p", document))
                .bool("added");
    }
}

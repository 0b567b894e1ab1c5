package dev.sextant.platform.market;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.SizeHistogram;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.sql.Row;
import java.util.stream.Collectors;

/** A bucket as the JSON that {@code market.store_bucket} takes, and from the row that a query gives. */
final class BucketJson {

    private static final int NOTIONAL_SCALE = 16;

    private BucketJson() {}

    static ObjectNode of(Symbol symbol, Bucket bucket) {
        BucketSums sums = bucket.sums();
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", symbol.name())
                .put("start", sums.startMs())
                .put("first", sums.firstAggId())
                .put("last", sums.lastAggId())
                .put("trades", sums.count())
                .put("open", E8.print(sums.openE8()))
                .put("high", E8.print(sums.highE8()))
                .put("low", E8.print(sums.lowE8()))
                .put("close", E8.print(sums.closeE8()))
                .put("buy", E8.print(sums.buyQtyE8()))
                .put("sell", E8.print(sums.sellQtyE8()))
                .put("notional", E8.printDecimal(sums.notional()))
                .put("sizes", sizes(bucket.sizes()))
                .put("complete", bucket.complete())
                .put("closed_by", bucket.closedBy().name())
                .put("hash", bucket.contentHash());
    }

    static Bucket bucket(Row row) {
        BucketSums sums = new BucketSums(
                row.longValue("start_ms"),
                row.longValue("first_agg_id"),
                row.longValue("last_agg_id"),
                row.longValue("trades"),
                E8.of(row.decimal("open")),
                E8.of(row.decimal("high")),
                E8.of(row.decimal("low")),
                E8.of(row.decimal("close")),
                E8.of(row.decimal("buy_qty")),
                E8.of(row.decimal("sell_qty")),
                row.decimal("notional").setScale(NOTIONAL_SCALE).unscaledValue());
        return new Bucket(
                sums, sizes(row.text("sizes")), row.bool("complete"), Bucket.CloseCause.valueOf(row.text("closed_by")));
    }

    private static String sizes(SizeHistogram sizes) {
        return sizes.bins().entrySet().stream()
                .map(bin -> bin.getKey() + ":" + bin.getValue())
                .collect(Collectors.joining(","));
    }

    private static SizeHistogram sizes(String text) {
        SizeHistogram sizes = new SizeHistogram();
        if (!text.isEmpty()) {
            for (String bin : text.split(",", -1)) {
                int colon = bin.indexOf(':');
                sizes.addToBin(Integer.parseInt(bin.substring(0, colon)), Long.parseLong(bin.substring(colon + 1)));
            }
        }
        return sizes;
    }
}

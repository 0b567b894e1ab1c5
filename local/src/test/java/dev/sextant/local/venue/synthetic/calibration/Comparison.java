package dev.sextant.local.venue.synthetic.calibration;

import java.util.ArrayList;
import java.util.List;

/** The tables of docs/synthetic-market.md. */
final class Comparison {

    private Comparison() {}

    /** Arguments: seed, hours. Run it from the folder {@code local}. */
    public static void main(String[] args) {
        for (Row row : rows(Long.parseLong(args[0]), Integer.parseInt(args[1]))) {
            System.out.println(row.markdown());
        }
    }

    static List<Row> rows(long seed, int hours) {
        List<Generated> markets =
                Generated.market(seed, hours, List.of("BTCUSDT", "ETHUSDT", "SOLUSDT"), List.of(0.1, 0.01, 0.01));
        Generated btc = markets.get(0);
        Generated eth = markets.get(1);
        Generated sol = markets.get(2);
        List<Row> rows = new ArrayList<>();
        rows.addAll(RateRows.of("BTCUSDT", btc));
        rows.addAll(RateRows.of("ETHUSDT", eth));
        rows.addAll(RateRows.of("SOLUSDT", sol));
        rows.addAll(FlowRows.of(btc, eth));
        rows.addAll(HourRows.of(btc, eth, sol));
        rows.addAll(PositionRows.of(btc, sol));
        return rows;
    }
}

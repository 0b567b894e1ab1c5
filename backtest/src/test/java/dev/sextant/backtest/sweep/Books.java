package dev.sextant.backtest.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A made-up recording: three books that are repeated each 100 ms, and triangles that pay for a while. */
final class Books {

    static final long FROM = 1_700_000_000_000L;

    private record Line(long ms, String text) {}

    private final List<Line> lines = new ArrayList<>();

    /** Books that pay nothing for so long. */
    Books(long spanMs) {
        at(0, "BTC/USD", true, "[[\"49990\",\"9\"]]", "[[\"50000\",\"9\"]]");
        at(0, "ETH/BTC", true, "[[\"0.0399\",\"90\"]]", "[[\"0.04\",\"90\"]]");
        at(0, "ETH/USD", true, "[[\"1999\",\"90\"]]", "[[\"2021\",\"90\"]]");
        for (long ms = 100; ms < spanMs; ms += 100) {
            at(ms, "BTC/USD", false, "[[\"49990\",\"9\"]]", "[]");
            at(ms, "ETH/BTC", false, "[[\"0.0399\",\"90\"]]", "[]");
        }
        for (long ms = 50; ms <= spanMs; ms += 100) {
            at(ms, "ETH/USD", false, "[[\"1999\",\"90\"]]", "[]");
        }
    }

    /** ETH can be sold for so much, ten of it, for so long. */
    Books pays(long fromMs, long forMs, int price) {
        at(fromMs, "ETH/USD", false, "[[\"" + price + "\",\"10\"]]", "[]");
        at(fromMs + forMs, "ETH/USD", false, "[[\"" + price + "\",\"0\"]]", "[]");
        return this;
    }

    private void at(long ms, String pair, boolean snapshot, String bids, String asks) {
        lines.add(new Line(
                ms,
                "{\"t\":" + (FROM + ms) + ",\"pair\":\"" + pair + "\",\"snapshot\":" + snapshot + ",\"bids\":" + bids
                        + ",\"asks\":" + asks + "}"));
    }

    @Override
    public String toString() {
        return lines.stream()
                .sorted(Comparator.comparingLong(Line::ms))
                .map(Line::text)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

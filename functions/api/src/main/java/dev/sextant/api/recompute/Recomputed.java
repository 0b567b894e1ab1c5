package dev.sextant.api.recompute;

import dev.sextant.domain.money.Decimals;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.domain.risk.R;
import dev.sextant.platform.portfolio.BookedFill;
import dev.sextant.platform.portfolio.BookedPosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same figures from the fills alone. */
final class Recomputed {

    /** A figure that is not what the fills make of it. */
    record Difference(String what, String stored, String recomputed) {}

    private static final int PAGE = 500;

    private final Map<BookedPosition, Position> positions = new LinkedHashMap<>();
    private final Map<String, Position> trips = new HashMap<>();
    private final Map<String, BigDecimal> opened = new HashMap<>();

    /** Where the fills of a position are read. */
    @FunctionalInterface
    interface FillPages {
        List<BookedFill> after(BookedPosition position, long ordinal, int limit);
    }

    Recomputed(Stored stored, FillPages pages) {
        stored.positions().forEach(position -> fold(position, pages));
    }

    /** Exactly as many fills as the position says it holds; what is booked meanwhile doesn't belong to it yet. */
    private void fold(BookedPosition booked, FillPages pages) {
        Position folded = Position.FLAT;
        long last = 0;
        while (folded.fills() < booked.position().fills()) {
            int wanted = (int) Math.min(PAGE, booked.position().fills() - folded.fills());
            List<BookedFill> page = pages.after(booked, last, wanted);
            if (page.isEmpty()) {
                break;
            }
            for (BookedFill next : page) {
                folded = folded.after(next.fill(), booked.currency());
                last = next.ordinal();
                addToTrip(next, booked.currency());
            }
        }
        positions.put(booked, folded);
    }

    private void addToTrip(BookedFill next, String currency) {
        Position before = trips.getOrDefault(next.roundTrip(), Position.FLAT);
        Position after = before.after(next.fill(), currency);
        trips.put(next.roundTrip(), after);
        if (after.signedQty().abs().compareTo(before.signedQty().abs()) > 0) {
            opened.merge(next.roundTrip(), next.fill().quantity().value(), BigDecimal::add);
        }
    }

    long fills() {
        return positions.values().stream().mapToLong(Position::fills).sum();
    }

    /** Paid in, and what every fill realised, less its fee. */
    BigDecimal balance(Stored stored) {
        BigDecimal balance = stored.paidIn();
        for (Position position : positions.values()) {
            balance = balance.add(position.realisedPnl()).subtract(position.fees());
        }
        return Decimals.normal(balance);
    }

    /** Every stored figure that is not the recomputed one; empty when the books are right. */
    List<Difference> differences(Stored stored) {
        List<Difference> differences = new ArrayList<>();
        positions.forEach((booked, folded) ->
                compare("position " + booked.symbol(), booked.position().inWords(), folded.inWords(), differences));
        compare("balance", plain(stored.balance()), balance(stored).toPlainString(), differences);
        for (Stored.Trade trade : stored.trades()) {
            compare("trade " + trade.id(), inWords(trade.pnl(), new R(trade.pnlR())), resultOf(trade), differences);
        }
        return differences;
    }

    private String resultOf(Stored.Trade trade) {
        Position trip = trips.get(trade.id());
        if (trip == null || trip.signedQty().signum() != 0) {
            return trip == null ? "no fills" : "not closed, " + trip.signedQty().toPlainString() + " is left";
        }
        BigDecimal net = trip.realisedPnl().subtract(trip.fees());
        Quantity quantity = new Quantity(opened.getOrDefault(trade.id(), BigDecimal.ZERO));
        return inWords(net, R.ofTrade(net, trade.stopDistance(), quantity));
    }

    private static void compare(String what, String stored, String recomputed, List<Difference> differences) {
        if (!stored.equals(recomputed)) {
            differences.add(new Difference(what, stored, recomputed));
        }
    }

    private static String inWords(BigDecimal pnl, R result) {
        return plain(pnl) + " (" + result + " R)";
    }

    private static String plain(BigDecimal value) {
        return Decimals.normal(value).toPlainString();
    }
}

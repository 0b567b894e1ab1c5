package dev.sextant.platform.stream;

import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.FramedBook;
import dev.sextant.domain.market.PairRules;
import dev.sextant.domain.market.Symbol;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The body of a cycle's frame, version 1. FRAME.md is the page for it. */
final class CycleBody {

    private static final int MAX_NAME_BYTES = 20;
    private static final int MAX_CYCLE_BYTES = 120;
    private static final int ID_BYTES = 33;
    private static final int FEE_IN_BASE = 1;

    private CycleBody() {}

    static void write(WireWriter out, CycleFrame frame) {
        out.text(frame.venue());
        out.big(new BigInteger(frame.opportunityId(), 16));
        out.text(frame.cycle());
        out.varint(frame.asOfMs());
        out.varint(frame.limits().bufferPpm());
        out.varint(frame.limits().maxEdgePpm());
        out.varint(frame.limits().haircutPpm());
        out.varint(frame.limits().maxNotional());
        out.varint(frame.books().size());
        frame.books().forEach(book -> write(out, book));
    }

    private static void write(WireWriter out, FramedBook book) {
        PairRules rules = book.rules();
        out.text(rules.pair().name());
        out.text(rules.base());
        out.text(rules.quote());
        out.u8(rules.pricePrecision());
        out.u8(rules.quantityPrecision());
        out.u8(rules.costPrecision());
        out.varint(rules.tick());
        out.varint(rules.lot());
        out.varint(rules.minQuantity());
        out.varint(rules.minCost());
        out.varint(rules.feePpm());
        out.u8(rules.feeInBase() ? FEE_IN_BASE : 0);
        out.varint(book.ageMs());
        write(out, book.bids());
        write(out, book.asks());
    }

    /** Each price against the one before it: a book's levels lie close together. */
    private static void write(WireWriter out, List<FramedBook.Level> levels) {
        out.varint(levels.size());
        long before = 0;
        for (FramedBook.Level level : levels) {
            out.zigzag(level.price() - before);
            out.varint(level.quantity());
            before = level.price();
        }
    }

    static CycleFrame read(WireReader in) {
        String venue = in.text("a venue", MAX_NAME_BYTES);
        BigInteger id = in.big("an opportunity's id", ID_BYTES);
        if (id.signum() < 0 || id.bitLength() > 256) {
            throw in.corrupt("an opportunity's id of 256 bits", id.toString(16));
        }
        String cycle = in.text("a cycle", MAX_CYCLE_BYTES);
        long asOfMs = in.varint("the time of the books");
        CycleFrame.Limits limits = new CycleFrame.Limits(
                small(in, "the buffer"),
                small(in, "the greatest edge"),
                small(in, "the haircut"),
                in.varint("the greatest notional"));
        int count = in.count("books", 1);
        List<FramedBook> books = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            books.add(book(in));
        }
        String digits = id.toString(16);
        return new CycleFrame(venue, "0".repeat(64 - digits.length()) + digits, cycle, asOfMs, limits, books);
    }

    private static FramedBook book(WireReader in) {
        Symbol pair = new Symbol(in.text("a pair", FrameBody.MAX_SYMBOL_BYTES));
        PairRules rules = new PairRules(
                pair,
                in.text("the base asset", MAX_NAME_BYTES),
                in.text("the quote asset", MAX_NAME_BYTES),
                in.u8("a price's decimals"),
                in.u8("a quantity's decimals"),
                in.u8("a cost's decimals"),
                in.varint("the tick"),
                in.varint("the lot"),
                in.varint("the least quantity"),
                in.varint("the least cost"),
                small(in, "the fee"),
                feeInBase(in));
        return new FramedBook(rules, in.varint("a book's age"), levels(in), levels(in));
    }

    private static boolean feeInBase(WireReader in) {
        int flags = in.u8("the flags of a pair");
        if ((flags & ~FEE_IN_BASE) != 0) {
            throw in.corrupt("pair flags 0 or 1", Integer.toString(flags));
        }
        return flags == FEE_IN_BASE;
    }

    private static List<FramedBook.Level> levels(WireReader in) {
        int count = in.count("levels", 2);
        List<FramedBook.Level> levels = new ArrayList<>();
        long price = 0;
        for (int i = 0; i < count; i++) {
            price = Math.addExact(price, in.zigzag("a price"));
            levels.add(new FramedBook.Level(price, in.varint("a quantity")));
        }
        return levels;
    }

    private static int small(WireReader in, String what) {
        return Math.toIntExact(in.varint(what));
    }
}

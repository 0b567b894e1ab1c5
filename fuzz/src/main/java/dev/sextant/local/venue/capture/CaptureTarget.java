package dev.sextant.local.venue.capture;

import static dev.sextant.fuzz.PropertyBroken.unless;

import dev.sextant.domain.market.Symbol;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import java.nio.charset.StandardCharsets;

/**
 * Lines of the venue server's captures, and the tape that is built of them. Only {@link IllegalArgumentException}; a tape
 * is in order of time and has prices of at most eight decimals.
 */
public final class CaptureTarget implements FuzzTarget {

    private static final int MOST_DECIMALS = 8;

    private final FrameParser parser = new FrameParser();

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public int maxMessageChars() {
        return 1_000;
    }

    @Override
    public Verdict check(byte[] input) {
        TapeBuilder tape = new TapeBuilder(new Symbol("BTCUSDT"));
        StringBuilder shape = new StringBuilder("capture");
        try {
            new String(input, StandardCharsets.UTF_8).lines().forEach(line -> take(line, tape, shape));
        } catch (IllegalArgumentException e) {
            return Verdict.refused(e);
        }
        SymbolTape built = tape.build();
        unless(built.priceDecimals() >= 0 && built.priceDecimals() <= MOST_DECIMALS, "a price has 0 to 8 decimals");
        long last = Long.MIN_VALUE;
        for (TimedAggTrade trade : built.aggTrades()) {
            unless(trade.eventTimeMs() >= last, "a tape is in order of time");
            last = trade.eventTimeMs();
        }
        return new Verdict.Accepted(shape.toString());
    }

    private void take(String line, TapeBuilder tape, StringBuilder shape) {
        CaptureLine content = CaptureLine.of(line);
        if (content == null) {
            return;
        }
        CapturedFrame frame = parser.parse(content.json());
        if (shape.length() < 40) {
            shape.append(frame.getClass().getSimpleName());
        }
        switch (frame) {
            case CapturedFrame.Trade(String _, RawTrade trade) -> tape.add(trade);
            case CapturedFrame.Aggregate(String _, TimedAggTrade trade) -> tape.add(trade);
            case CapturedFrame.Top(String _, var top) -> tape.add(top);
            case CapturedFrame.Diff(String _, var diff) -> tape.add(diff);
            case CapturedFrame.Snapshot(BookSnapshot snapshot) -> tape.add(snapshot);
            case CapturedFrame.Other _ -> {}
        }
    }
}

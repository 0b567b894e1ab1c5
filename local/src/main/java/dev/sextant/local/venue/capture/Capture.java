package dev.sextant.local.venue.capture;

import java.util.List;

/** A recorded piece of market, ready to be played. There is at least one symbol. */
public record Capture(String name, List<SymbolTape> tapes) {

    public Capture {
        tapes = List.copyOf(tapes);
        if (tapes.isEmpty()) {
            throw new IllegalArgumentException(
                    "capture " + name + " has no market data, expected lines '<receipt time> <JSON frame>'");
        }
    }
}

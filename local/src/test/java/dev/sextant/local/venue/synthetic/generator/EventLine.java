package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.venues.sim.book.Levels;

/** An event as one line of text, with every number in it. */
final class EventLine {

    private EventLine() {}

    static String of(GeneratedEvent event) {
        return switch (event) {
            case GeneratedEvent.Ladder ladder ->
                "Ladder " + ladder.symbol() + " " + ladder.timeMs() + " "
                        + ladder.diff().previousUpdateId() + " " + ladder.diff().lastUpdateId()
                        + levels(ladder.book().bids())
                        + levels(ladder.book().asks());
            default -> event.toString();
        };
    }

    private static String levels(Levels levels) {
        StringBuilder text = new StringBuilder(" |");
        for (int i = 0; i < levels.size(); i++) {
            text.append(' ').append(levels.priceE8(i)).append('x').append(levels.qtyE8(i));
        }
        return text.toString();
    }
}

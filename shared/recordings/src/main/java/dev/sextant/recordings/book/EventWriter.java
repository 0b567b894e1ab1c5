package dev.sextant.recordings.book;

import java.util.List;

/** Writes books as the JSON lines that {@link BookFormat#EVENTS} reads; checksum and depth are not kept. */
public final class EventWriter {

    private EventWriter() {}

    /** One line, without its end. */
    public static String line(BookEvent event) {
        StringBuilder line = new StringBuilder(200)
                .append("{\"t\":")
                .append(event.timeMs())
                .append(",\"pair\":\"")
                .append(event.pair())
                .append("\",\"snapshot\":")
                .append(event.snapshot());
        side(line, "bids", event.bids());
        side(line, "asks", event.asks());
        return line.append('}').toString();
    }

    private static void side(StringBuilder line, String name, List<BookLevel> levels) {
        line.append(",\"").append(name).append("\":[");
        for (int i = 0; i < levels.size(); i++) {
            BookLevel level = levels.get(i);
            line.append(i == 0 ? "[\"" : ",[\"")
                    .append(level.price().toPlainString())
                    .append("\",\"")
                    .append(level.quantity().toPlainString())
                    .append("\"]");
        }
        line.append(']');
    }
}

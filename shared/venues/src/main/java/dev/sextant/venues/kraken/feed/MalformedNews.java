package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.util.List;
import java.util.Optional;

/** What can still be told of a message that is not what the protocol allows: whether a book lost it, and which one. */
final class MalformedNews {

    private static final String BOOK = "book";

    private MalformedNews() {}

    /** No JSON object: it may have been anything. */
    static KrakenMessage.Malformed unread(MalformedJson why) {
        return new KrakenMessage.Malformed(reason(why), true, Optional.empty());
    }

    /** A JSON object with a field that is absent or impossible. */
    static KrakenMessage.Malformed of(JsonFields top, MalformedJson why) {
        boolean mayBeBook = top.has("channel") ? isBook(top) : !top.has("method") && !top.has("success");
        return new KrakenMessage.Malformed(reason(why), mayBeBook, mayBeBook ? symbol(top) : Optional.empty());
    }

    private static String reason(MalformedJson why) {
        return String.valueOf(why.getMessage());
    }

    private static boolean isBook(JsonFields top) {
        return top.textOr("channel", BOOK).equals(BOOK);
    }

    private static Optional<Symbol> symbol(JsonFields top) {
        try {
            List<JsonFields> data = top.objects("data");
            return data.size() == 1 ? Optional.of(Wire.symbol(data.getFirst())) : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }
}

package dev.sextant.recordings.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.row.Numbers;
import java.util.Comparator;
import java.util.List;

/** Names of pairs, brought to the form {@code BTC/USD}. */
final class PairName {

    /** What Gemini's pairs are paid with: its symbols have no mark between base and quote. */
    private static final List<String> GEMINI_QUOTES =
            List.of("USD", "BTC", "ETH", "EUR", "GBP", "SGD", "DAI", "LTC", "BCH", "FIL", "GUSD", "USDT");

    private PairName() {}

    static String of(JsonNode text) {
        if (!text.isTextual() || !isPair(text.asText())) {
            throw Numbers.wrong("pair", text.toString(), "two assets as BTC/USD");
        }
        return text.asText();
    }

    private static boolean isPair(String text) {
        int slash = text.indexOf('/');
        return slash > 0
                && slash == text.lastIndexOf('/')
                && slash < text.length() - 1
                && text.length() <= 40
                && text.chars().noneMatch(Character::isWhitespace);
    }

    /** Kraken's first protocol calls two assets otherwise than everybody else. */
    static String ofKrakenOne(String pair) {
        if (!isPair(pair)) {
            throw Numbers.wrong("pair", pair, "two assets as XBT/USD");
        }
        int slash = pair.indexOf('/');
        return asset(pair.substring(0, slash)) + "/" + asset(pair.substring(slash + 1));
    }

    private static String asset(String name) {
        return switch (name) {
            case "XBT" -> "BTC";
            case "XDG" -> "DOGE";
            default -> name;
        };
    }

    static String ofGemini(String symbol) {
        return GEMINI_QUOTES.stream()
                .filter(quote -> symbol.endsWith(quote) && symbol.length() > quote.length())
                .max(Comparator.comparingInt(String::length))
                .map(quote -> symbol.substring(0, symbol.length() - quote.length()) + "/" + quote)
                .orElseThrow(() -> Numbers.wrong("symbol", symbol, "a pair paid with one of " + GEMINI_QUOTES));
    }
}

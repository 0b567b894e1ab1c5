package dev.sextant.bench.frame;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Tells a message of the second version as Kraken's first version would. */
final class FirstVersion {

    private static final String TIME = "1784483679.753424";

    private final String symbol;
    private final int depth;
    private final int pricePrecision;
    private final int qtyPrecision;

    FirstVersion(String symbol, int depth, int pricePrecision, int qtyPrecision) {
        this.symbol = symbol;
        this.depth = depth;
        this.pricePrecision = pricePrecision;
        this.qtyPrecision = qtyPrecision;
    }

    String frame(JsonNode message) {
        JsonNode data = message.get("data").get(0);
        String end = ",\"book-" + depth + "\",\"" + symbol + "\"]";
        if (message.get("type").asText().equals("snapshot")) {
            return "[336,{" + side("as", data.get("asks")) + "," + side("bs", data.get("bids")) + "}" + end;
        }
        String asks = data.get("asks").isEmpty() ? "" : side("a", data.get("asks"));
        String bids = data.get("bids").isEmpty() ? "" : side("b", data.get("bids"));
        String between = asks.isEmpty() || bids.isEmpty() ? "" : "},{";
        String checksum = "\"c\":\"" + data.get("checksum").asText() + "\"";
        String comma = asks.isEmpty() && bids.isEmpty() ? "" : ",";
        return "[336,{" + asks + between + bids + comma + checksum + "}" + end;
    }

    private String side(String name, JsonNode levels) {
        StringBuilder text = new StringBuilder("\"" + name + "\":[");
        for (JsonNode level : levels) {
            text.append(text.charAt(text.length() - 1) == '[' ? "[\"" : ",[\"")
                    .append(decimal(level.get("price"), pricePrecision))
                    .append("\",\"")
                    .append(decimal(level.get("qty"), qtyPrecision))
                    .append("\",\"")
                    .append(TIME)
                    .append("\"]");
        }
        return text.append(']').toString();
    }

    private static String decimal(JsonNode value, int precision) {
        return new BigDecimal(value.asText()).setScale(precision).toPlainString();
    }
}

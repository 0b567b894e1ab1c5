package dev.sextant.local.venue.kraken.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines of an account's journal: balances it begins with, then orders, their executions and their ends. */
final class JournalLines {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final Map<String, BigDecimal> balances = new TreeMap<>();
    private final Map<String, Remembered> orders = new LinkedHashMap<>();

    /**
     * @param file for messages
     * @throws IllegalArgumentException when a line is none of a journal
     */
    static JournalLines read(Path file, List<String> lines) {
        JournalLines all = new JournalLines();
        for (int number = 0; number < lines.size(); number++) {
            try {
                all.take(MAPPER.readTree(lines.get(number)));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + " line " + (number + 1) + " is none of an account's journal: " + e.getMessage(), e);
            }
        }
        return all;
    }

    List<Remembered> orders() {
        return new ArrayList<>(orders.values());
    }

    private void take(JsonNode json) {
        String kind = json.required("do").asText();
        switch (kind) {
            case "begin" ->
                json.required("balances")
                        .properties()
                        .forEach(each -> balances.put(each.getKey(), decimal(each.getValue())));
            case "order" -> {
                Remembered order = order(json);
                orders.put(order.id, order);
            }
            case "trade" -> orderOf(json).fills.add(fill(json));
            case "end" -> {
                Remembered order = orderOf(json);
                order.canceledFor = json.required("why").asText();
                order.canceledMs = json.required("at").asLong();
            }
            default -> throw new IllegalArgumentException("do is '" + kind + "', expected begin, order, trade or end");
        }
    }

    private Remembered orderOf(JsonNode json) {
        String id = json.required("order").asText();
        Remembered order = orders.get(id);
        if (order == null) {
            throw new IllegalArgumentException("order is '" + id + "', expected one of a line before");
        }
        return order;
    }

    private static Remembered order(JsonNode json) {
        return new Remembered(
                json.required("id").asText(),
                json.required("pair").asText(),
                json.required("client_id").asText(),
                Side.valueOf(json.required("side").asText()),
                decimal(json.required("qty")),
                decimal(json.required("limit")),
                json.required("immediate").asBoolean(),
                json.required("fee_in_base").asBoolean(),
                json.required("at").asLong());
    }

    private static Remembered.Fill fill(JsonNode json) {
        return new Remembered.Fill(
                json.required("id").asText(),
                json.required("number").asLong(),
                decimal(json.required("price")),
                decimal(json.required("qty")),
                decimal(json.required("fee")),
                json.required("maker").asBoolean(),
                json.required("at").asLong());
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asText());
    }

    static String begin(Map<String, BigDecimal> balances) {
        ObjectNode json = MAPPER.createObjectNode().put("do", "begin");
        ObjectNode each = json.putObject("balances");
        new TreeMap<>(balances).forEach((asset, amount) -> each.put(asset, amount.toPlainString()));
        return json.toString();
    }

    /** An order with all that is known of it. */
    static List<String> of(Remembered order) {
        List<String> lines = new ArrayList<>();
        lines.add(MAPPER.createObjectNode()
                .put("do", "order")
                .put("id", order.id)
                .put("pair", order.symbol)
                .put("client_id", order.clientOrderId)
                .put("side", order.side.name())
                .put("qty", order.quantity.toPlainString())
                .put("limit", order.limit.toPlainString())
                .put("immediate", order.immediate)
                .put("fee_in_base", order.feeInBase)
                .put("at", order.openedMs)
                .toString());
        order.fills.forEach(fill -> lines.add(fill(order.id, fill)));
        if (!order.canceledFor.isEmpty()) {
            lines.add(end(order.id, order.canceledFor, order.canceledMs));
        }
        return lines;
    }

    static String fill(String order, Remembered.Fill fill) {
        return MAPPER.createObjectNode()
                .put("do", "trade")
                .put("order", order)
                .put("id", fill.id())
                .put("number", fill.number())
                .put("price", fill.price().toPlainString())
                .put("qty", fill.quantity().toPlainString())
                .put("fee", fill.fee().toPlainString())
                .put("maker", fill.maker())
                .put("at", fill.atMs())
                .toString();
    }

    static String end(String order, String why, long atMs) {
        return MAPPER.createObjectNode()
                .put("do", "end")
                .put("order", order)
                .put("why", why)
                .put("at", atMs)
                .toString();
    }
}

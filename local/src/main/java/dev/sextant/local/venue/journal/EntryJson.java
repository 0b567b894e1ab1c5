package dev.sextant.local.venue.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.VenueCommand;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderKey;

/** Journal entries as lines of JSON. The kind of a command has a stored name of its own, not its class name. */
final class EntryJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EntryJson() {}

    static String write(JournalEntry entry) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("market_events", entry.marketEvents())
                .put("market_time_ms", entry.marketTimeMs());
        if (entry instanceof JournalEntry.Sent sent) {
            json.put("standing", sent.standing());
            putCommand(json, sent.command());
        }
        return json.toString();
    }

    private static void putCommand(ObjectNode json, VenueCommand<?> command) {
        switch (command) {
            case VenueCommand.Place place -> json.put("do", "place").set("order", MAPPER.valueToTree(place.order()));
            case VenueCommand.PlaceAlgo place ->
                json.put("do", "place_algo").set("order", MAPPER.valueToTree(place.order()));
            case VenueCommand.Cancel cancel ->
                putOrderKey(
                        json.put("do", "cancel").put("symbol", cancel.symbol().name()), cancel.key());
            case VenueCommand.CancelAlgo cancel -> putAlgoKey(json.put("do", "cancel_algo"), cancel.key());
            case VenueCommand.CancelAll cancel ->
                json.put("do", "cancel_all").put("symbol", cancel.symbol().name());
            case VenueCommand.CancelAllAlgos cancel ->
                json.put("do", "cancel_all_algos").put("symbol", cancel.symbol().name());
            case VenueCommand.PayFunding funding ->
                json.put("do", "pay_funding")
                        .put("symbol", funding.symbol().name())
                        .put("amount", funding.amountE8());
            case VenueCommand.Transfer transfer -> json.put("do", "transfer").put("amount", transfer.amountE8());
            case VenueCommand.Relist relist ->
                json.put("do", "relist").set("instrument", MAPPER.valueToTree(relist.instrument()));
        }
    }

    private static void putOrderKey(ObjectNode json, OrderKey key) {
        switch (key) {
            case OrderKey.ById byId -> json.put("id", byId.orderId());
            case OrderKey.ByClientId byClientId -> json.put("client_id", byClientId.clientOrderId());
        }
    }

    private static void putAlgoKey(ObjectNode json, AlgoKey key) {
        switch (key) {
            case AlgoKey.ById byId -> json.put("id", byId.algoId());
            case AlgoKey.ByClientId byClientId -> json.put("client_id", byClientId.clientAlgoId());
        }
    }

    /** @throws JsonProcessingException when the line isn't an entry */
    static JournalEntry read(String line) throws JsonProcessingException {
        JsonNode json = MAPPER.readTree(line);
        long marketEvents = json.required("market_events").longValue();
        long marketTimeMs = json.required("market_time_ms").longValue();
        return json.has("do")
                ? new JournalEntry.Sent(
                        marketEvents, marketTimeMs, json.required("standing").booleanValue(), command(json))
                : new JournalEntry.Drained(marketEvents, marketTimeMs);
    }

    private static VenueCommand<?> command(JsonNode json) throws JsonProcessingException {
        String kind = json.required("do").textValue();
        return switch (kind) {
            case "place" -> new VenueCommand.Place(MAPPER.treeToValue(json.required("order"), NewOrder.class));
            case "place_algo" ->
                new VenueCommand.PlaceAlgo(MAPPER.treeToValue(json.required("order"), NewAlgoOrder.class));
            case "cancel" -> new VenueCommand.Cancel(symbol(json), orderKey(json));
            case "cancel_algo" -> new VenueCommand.CancelAlgo(algoKey(json));
            case "cancel_all" -> new VenueCommand.CancelAll(symbol(json));
            case "cancel_all_algos" -> new VenueCommand.CancelAllAlgos(symbol(json));
            case "pay_funding" ->
                new VenueCommand.PayFunding(
                        symbol(json), json.required("amount").longValue());
            case "transfer" -> new VenueCommand.Transfer(json.required("amount").longValue());
            case "relist" -> new VenueCommand.Relist(MAPPER.treeToValue(json.required("instrument"), Instrument.class));
            default -> throw new IllegalArgumentException("command '" + kind + "' is unknown");
        };
    }

    private static Symbol symbol(JsonNode json) {
        return new Symbol(json.required("symbol").textValue());
    }

    private static OrderKey orderKey(JsonNode json) {
        return json.has("id")
                ? new OrderKey.ById(json.get("id").longValue())
                : new OrderKey.ByClientId(json.required("client_id").textValue());
    }

    private static AlgoKey algoKey(JsonNode json) {
        return json.has("id")
                ? new AlgoKey.ById(json.get("id").longValue())
                : new AlgoKey.ByClientId(json.required("client_id").textValue());
    }
}

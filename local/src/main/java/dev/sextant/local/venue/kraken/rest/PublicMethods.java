package dev.sextant.local.venue.kraken.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.Refusal;
import dev.sextant.local.venue.kraken.account.VenueAsset;
import dev.sextant.local.venue.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What is answered without a key. */
final class PublicMethods {

    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uu HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int ASSET_DECIMALS = 10;

    private final KrakenExchange exchange;

    PublicMethods(KrakenExchange exchange) {
        this.exchange = exchange;
    }

    JsonNode answer(String name, Form form, long nowMs) {
        return switch (name) {
            case "Time" -> time(nowMs);
            case "SystemStatus" ->
                Json.object()
                        .put("status", exchange.state().word())
                        .put(
                                "timestamp",
                                Instant.ofEpochMilli(nowMs)
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString());
            case "Assets" -> assets();
            case "AssetPairs" -> pairs(form);
            default -> throw new Refusal("EGeneral:Unknown method");
        };
    }

    private static JsonNode time(long nowMs) {
        return Json.object()
                .put("unixtime", Math.floorDiv(nowMs, 1_000L))
                .put("rfc1123", RFC_1123.format(Instant.ofEpochMilli(nowMs)));
    }

    private JsonNode assets() {
        ObjectNode body = Json.object();
        for (VenueAsset asset : exchange.listing().assets()) {
            body.putObject(asset.id())
                    .put("aclass", "currency")
                    .put("altname", asset.altname())
                    .put("decimals", ASSET_DECIMALS)
                    .put("display_decimals", ASSET_DECIMALS / 2)
                    .put("status", "enabled");
        }
        return body;
    }

    private JsonNode pairs(Form form) {
        ObjectNode body = Json.object();
        if (form.has("pair")) {
            for (String name : form.text("pair").split(",", -1)) {
                Pair pair = exchange.listing().pair(name);
                body.set(pair.id(), pair(pair));
            }
        } else {
            exchange.listing().pairs().forEach(pair -> body.set(pair.id(), pair(pair)));
        }
        return body;
    }

    private ObjectNode pair(Pair pair) {
        ObjectNode body = Json.object()
                .put("altname", pair.altname())
                .put("wsname", pair.wsname())
                .put("aclass_base", "currency")
                .put("base", pair.base().id())
                .put("aclass_quote", "currency")
                .put("quote", pair.quote().id())
                .put("lot", "unit")
                .put("cost_decimals", pair.digits().cost())
                .put("pair_decimals", pair.priceDigits())
                .put("lot_decimals", pair.quantityDigits())
                .put("lot_multiplier", 1);
        body.putArray("leverage_buy");
        body.putArray("leverage_sell");
        for (boolean maker : new boolean[] {false, true}) {
            ArrayNode levels = body.putArray(maker ? "fees_maker" : "fees");
            exchange.fees()
                    .table(pair)
                    .levels()
                    .forEach(level -> levels.addArray()
                            .add(level.fromVolume())
                            .add(level.fees().percent(maker)));
        }
        return body.put("fee_volume_currency", "ZUSD")
                .put("ordermin", pair.quantityMin().toPlainString())
                .put("costmin", pair.costMin().toPlainString())
                .put("tick_size", pair.tick().toPlainString())
                .put("status", exchange.status(pair).wireName());
    }
}

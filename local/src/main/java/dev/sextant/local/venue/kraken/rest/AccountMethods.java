package dev.sextant.local.venue.kraken.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.venue.kraken.account.FeeTable;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.Tokens;
import dev.sextant.local.venue.kraken.account.VenueAsset;
import dev.sextant.local.venue.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** Balances, fees and tokens for sockets. */
final class AccountMethods {

    private final KrakenExchange exchange;
    private final Tokens tokens;

    AccountMethods(KrakenExchange exchange, Tokens tokens) {
        this.exchange = exchange;
        this.tokens = tokens;
    }

    Map<String, Method> methods() {
        return Map.of(
                "Balance", new Method(Right.FUNDS, 1, (_, _) -> balances(false)),
                "BalanceEx", new Method(Right.FUNDS, 1, (_, _) -> balances(true)),
                "TradeVolume", new Method(Right.FUNDS, 1, (form, _) -> volume(form)),
                "GetApiKeyInfo", new Method(null, 1, (form, key, _) -> keyInfo(form, key)),
                "GetWebSocketsToken", new Method(Right.SOCKETS, 1, (_, key, nowMs) -> token(key, nowMs)));
    }

    private JsonNode balances(boolean extended) {
        ObjectNode body = Json.object();
        exchange.settlement().balances().forEach((name, balance) -> {
            VenueAsset asset = VenueAsset.of(name);
            String held = exchange.settlement().held(asset).toPlainString();
            if (extended) {
                body.putObject(asset.id())
                        .put("balance", balance.toPlainString())
                        .put("hold_trade", held);
            } else {
                body.put(asset.id(), balance.toPlainString());
            }
        });
        return body;
    }

    private JsonNode volume(Form form) {
        ObjectNode body = Json.object()
                .put("currency", "ZUSD")
                .put("volume", money(exchange.fees().volume()));
        ObjectNode takers = body.putObject("fees");
        ObjectNode makers = body.putObject("fees_maker");
        if (form.has("pair")) {
            for (String name : form.text("pair").split(",", -1)) {
                Pair pair = exchange.listing().pair(name);
                takers.set(pair.id(), fee(pair, false));
                makers.set(pair.id(), fee(pair, true));
            }
        }
        return body;
    }

    private ObjectNode fee(Pair pair, boolean maker) {
        FeeTable table = exchange.fees().table(pair);
        FeeTable.Level now = table.at(exchange.fees().volume());
        ObjectNode body = Json.object()
                .put("fee", percent(now, maker))
                .put("minfee", percent(table.levels().getLast(), maker))
                .put("maxfee", percent(table.levels().getFirst(), maker));
        Optional<FeeTable.Level> next = table.after(exchange.fees().volume());
        body.put("nextfee", next.map(level -> percent(level, maker)).orElse(null));
        body.put("nextvolume", next.map(level -> money(level.fromVolume())).orElse(null));
        return body.put("tiervolume", money(now.fromVolume()));
    }

    private static String percent(FeeTable.Level level, boolean maker) {
        return level.fees().percent(maker).setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    private static String money(BigDecimal dollars) {
        return dollars.setScale(4, RoundingMode.DOWN).toPlainString();
    }

    private static JsonNode keyInfo(Form form, KrakenKey key) {
        ObjectNode body = Json.object()
                .put("apiKeyName", "a key of the made-up venue")
                .put("apiKey", key.key())
                .put("nonce", form.text("nonce"))
                .put("nonceWindow", key.terms().nonceWindow());
        ArrayNode rights = body.putArray("permissions");
        key.rights().stream().map(Right::word).sorted().forEach(rights::add);
        body.put("validUntil", String.valueOf(key.terms().validUntilSeconds()))
                .put("queryFrom", "0")
                .put("queryTo", "0");
        key.terms().addresses().forEach(body.putArray("ipAllowlist")::add);
        return body;
    }

    private JsonNode token(KrakenKey key, long nowMs) {
        return Json.object().put("token", tokens.mint(key.rights(), nowMs)).put("expires", Tokens.VALID_SECONDS);
    }
}

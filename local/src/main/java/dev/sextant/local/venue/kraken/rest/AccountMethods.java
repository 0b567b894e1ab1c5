package dev.sextant.local.venue.kraken.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.venue.kraken.account.Fees;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.Tokens;
import dev.sextant.local.venue.kraken.account.Trade;
import dev.sextant.local.venue.kraken.account.VenueAsset;
import dev.sextant.local.venue.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

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
        BigDecimal inDollars = exchange.settlement().trades().stream()
                .filter(trade -> trade.order().wish().pair().quote().name().equals("USD"))
                .map(Trade::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        ObjectNode body = Json.object()
                .put("currency", "ZUSD")
                .put("volume", inDollars.setScale(4, RoundingMode.DOWN).toPlainString());
        ObjectNode takers = body.putObject("fees");
        ObjectNode makers = body.putObject("fees_maker");
        Fees fees = exchange.setup().fees();
        if (form.has("pair")) {
            for (String name : form.text("pair").split(",", -1)) {
                Pair pair = exchange.listing().pair(name);
                takers.set(pair.id(), fee(fees, false));
                makers.set(pair.id(), fee(fees, true));
            }
        }
        return body;
    }

    private static ObjectNode fee(Fees fees, boolean maker) {
        String percent = fees.percent(maker).setScale(4, RoundingMode.HALF_UP).toPlainString();
        return Json.object().put("fee", percent).put("minfee", percent).put("maxfee", percent);
    }

    private JsonNode token(KrakenKey key, long nowMs) {
        return Json.object().put("token", tokens.mint(key.rights(), nowMs)).put("expires", Tokens.VALID_SECONDS);
    }
}

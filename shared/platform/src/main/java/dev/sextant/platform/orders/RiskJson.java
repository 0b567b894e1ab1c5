package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.risk.AccountRisk;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.Exposure;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.PrivateStream;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.domain.risk.RiskStanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The document of {@code risk.picture}: decimals as text, times as epoch milliseconds. */
final class RiskJson {

    private RiskJson() {}

    static RiskPicture picture(JsonNode json) {
        Account account = new Account(json.get("account").textValue());
        return new RiskPicture(
                new AccountSettings(
                        account,
                        json.get("mode").textValue(),
                        json.get("currency").textValue(),
                        decimal(json, "risk_per_trade")),
                new AccountRisk(
                        account, limits(json.get("limits")), kill(json.get("kill")), standing(json.get("standing"))),
                exposure(json.get("exposure")),
                OrderJson.textOrNull(json, "desk_state"),
                traders(json.get("strategies")),
                bySymbol(json.get("blocked"), JsonNode::textValue),
                bySymbol(json.get("complete_to_ms"), JsonNode::longValue),
                stream(json));
    }

    private static @Nullable PrivateStream stream(JsonNode json) {
        Long seenMs = OrderJson.longOrNull(json, "stream_seen_ms");
        return seenMs == null ? null : new PrivateStream(seenMs);
    }

    private static RiskLimits limits(JsonNode json) {
        return new RiskLimits(
                json.get("max_positions").intValue(),
                decimal(json, "max_symbol_notional"),
                decimal(json, "max_total_notional"),
                json.get("max_orders_per_minute").intValue(),
                new R(decimal(json, "max_daily_loss_r")),
                json.get("max_consecutive_losses").intValue(),
                json.get("loss_pause_ms").longValue(),
                json.get("max_data_age_ms").longValue(),
                json.get("max_clock_ahead_ms").longValue(),
                json.get("max_clock_offset_ms").longValue());
    }

    private static KillSwitch kill(JsonNode json) {
        String level = json.get("level").textValue();
        return new KillSwitch(
                KillSwitch.Level.valueOf(level.toUpperCase(Locale.ROOT)),
                json.get("by").textValue());
    }

    private static RiskStanding standing(JsonNode json) {
        String day = OrderJson.textOrNull(json, "day");
        return new RiskStanding(
                day == null ? null : LocalDate.parse(day),
                new R(decimal(json, "day_pnl_r")),
                json.get("consecutive_losses").intValue(),
                pause(json),
                OrderJson.textOrNull(json, "halt_reason"));
    }

    private static RiskStanding.@Nullable Pause pause(JsonNode json) {
        Long untilMs = OrderJson.longOrNull(json, "paused_until_ms");
        String reason = OrderJson.textOrNull(json, "pause_reason");
        return untilMs == null || reason == null ? null : new RiskStanding.Pause(untilMs, reason);
    }

    private static Exposure exposure(JsonNode json) {
        List<Exposure.Held> held = new ArrayList<>();
        json.get("held").forEach(part -> held.add(new Exposure.Held(symbol(part), decimal(part, "notional"))));
        List<Exposure.Owner> owners = new ArrayList<>();
        json.get("owners")
                .forEach(owner -> owners.add(
                        new Exposure.Owner(symbol(owner), owner.get("what").textValue())));
        return new Exposure(held, owners, json.get("entries_last_minute").intValue(), decimal(json, "balance"));
    }

    private static Map<String, RiskPicture.Trader> traders(JsonNode json) {
        Map<String, RiskPicture.Trader> traders = new HashMap<>();
        for (JsonNode strategy : json) {
            List<Symbol> symbols = new ArrayList<>();
            strategy.get("symbols").forEach(name -> symbols.add(new Symbol(name.textValue())));
            traders.put(
                    strategy.get("name").textValue(),
                    new RiskPicture.Trader(strategy.get("state").textValue(), symbols));
        }
        return traders;
    }

    private static Symbol symbol(JsonNode json) {
        return new Symbol(json.get("symbol").textValue());
    }

    private static BigDecimal decimal(JsonNode json, String field) {
        return new BigDecimal(json.get(field).textValue());
    }

    private static <V> Map<Symbol, V> bySymbol(JsonNode json, Function<JsonNode, V> value) {
        Map<Symbol, V> map = new HashMap<>();
        json.properties().forEach(field -> map.put(new Symbol(field.getKey()), value.apply(field.getValue())));
        return map;
    }
}

package dev.sextant.api.risk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.risk.AccountRisk;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.domain.risk.RiskStanding;
import dev.sextant.domain.time.IsoTime;
import java.util.TreeMap;

/** A risk picture as users see it. */
final class RiskView {

    private RiskView() {}

    static ObjectNode json(RiskPicture picture, long nowMs) {
        AccountRisk account = picture.account();
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("account", account.account().name())
                .put("mode", picture.settings().mode())
                .put("currency", picture.settings().currency())
                .put("risk_per_trade", E8.printDecimal(picture.settings().riskPerTrade()))
                .put("balance", E8.printDecimal(picture.exposure().balance()));
        view.putObject("kill_switch")
                .put("level", account.kill().level().wireName())
                .put("by", account.kill().changedBy());
        view.set("standing", standing(account.standing(), nowMs));
        view.set("guard", GuardView.report(picture.guard(nowMs)));
        LimitsInUse.of(picture, nowMs).forEach(view.putArray("limits")::add);
        entries(picture, nowMs, view.putArray("entries"));
        GuardView.strategies(picture, nowMs, view.putArray("strategies"));
        GuardView.conditions(view.putArray("conditions"));
        return view.put("as_of", IsoTime.print(nowMs));
    }

    private static ObjectNode standing(RiskStanding standing, long nowMs) {
        RiskStanding.Pause pause = standing.pausedAt(nowMs).orElse(null);
        return JsonNodeFactory.instance
                .objectNode()
                .put("day_pnl_r", standing.dayPnlAt(nowMs).toString())
                .put("consecutive_losses", standing.consecutiveLosses())
                .put("paused_until", pause == null ? null : IsoTime.print(pause.untilMs()))
                .put("pause_reason", pause == null ? null : pause.reason())
                .put("halt_reason", standing.haltReason());
    }

    /** A strategy may name symbols that this desk doesn't watch; nobody asks about those. */
    private static void entries(RiskPicture picture, long nowMs, ArrayNode entries) {
        new TreeMap<>(picture.strategies())
                .forEach((strategy, trader) -> trader.symbols().stream()
                        .filter(picture.tradesCompleteToMs()::containsKey)
                        .forEach(symbol -> entries.add(entry(picture, strategy, symbol, nowMs))));
    }

    private static ObjectNode entry(RiskPicture picture, String strategy, Symbol symbol, long nowMs) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("strategy", strategy)
                .put("symbol", symbol.name())
                .put("state", picture.guard(strategy, symbol, nowMs).state().name());
        picture.refusalOfAny(strategy, symbol, nowMs)
                .ifPresentOrElse(
                        refusal -> entry.put("allowed", false)
                                .put("code", refusal.code())
                                .put("text", refusal.reason()),
                        () -> entry.put("allowed", true).putNull("code").putNull("text"));
        return entry;
    }
}

package dev.sextant.api.risk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.risk.Exposure;
import dev.sextant.domain.risk.GuardReadings;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.domain.risk.RiskStanding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Each limit beside how much of it is used. */
final class LimitsInUse {

    private LimitsInUse() {}

    static List<ObjectNode> of(RiskPicture picture, long nowMs) {
        RiskLimits limits = picture.account().limits();
        RiskStanding standing = picture.account().standing();
        Exposure exposure = picture.exposure();
        String currency = picture.settings().currency();
        List<ObjectNode> used = new ArrayList<>();
        used.add(limit(
                "daily_loss",
                null,
                lossOf(standing, nowMs),
                limits.maxDailyLoss().value(),
                "R"));
        used.add(limit(
                "consecutive_losses", null, standing.consecutiveLosses(), limits.maxConsecutiveLosses(), "trades"));
        used.add(limit("positions", null, exposure.symbols(), limits.maxPositions(), "symbols"));
        used.add(limit("total_notional", null, exposure.total(), limits.maxTotalNotional(), currency));
        for (Symbol symbol : held(exposure)) {
            used.add(limit("symbol_notional", symbol, exposure.of(symbol), limits.maxSymbolNotional(), currency));
        }
        used.add(limit(
                "entries_per_minute", null, exposure.entriesLastMinute(), limits.maxEntriesPerMinute(), "entries"));
        guard(picture, nowMs, used);
        return used;
    }

    /** What the guard measures; a time that is not known yet uses nothing. */
    private static void guard(RiskPicture picture, long nowMs, List<ObjectNode> used) {
        RiskLimits limits = picture.account().limits();
        GuardReadings readings = picture.readings();
        BigDecimal lost = picture.unrealised().negate().value().max(BigDecimal.ZERO);
        used.add(limit(
                "unrealised_loss",
                null,
                lost,
                limits.guard().maxUnrealisedLoss().value(),
                "R"));
        Long reachedMs = readings.venueReachedMs();
        used.add(limit(
                "venue_silence",
                null,
                reachedMs == null ? 0 : Math.max(0, nowMs - reachedMs),
                limits.guard().maxVenueSilenceMs(),
                "ms"));
        new TreeMap<>(picture.tradesCompleteToMs())
                .forEach((symbol, completeToMs) -> used.add(
                        limit("data_age", symbol, Math.max(0, nowMs - completeToMs), limits.maxDataAgeMs(), "ms")));
        long heldMs = readings.openTrades().stream()
                .mapToLong(trade -> nowMs - trade.heldSinceMs())
                .max()
                .orElse(0);
        used.add(limit("hold", null, Math.max(0, heldMs), limits.guard().holdAlertMs(), "ms"));
        Long offsetMs = readings.clockOffsetMs();
        used.add(limit(
                "clock_offset",
                null,
                offsetMs == null ? 0 : Math.abs(offsetMs),
                limits.guard().warnClockOffsetMs(),
                "ms"));
    }

    /** A day in profit uses nothing of the loss limit. */
    private static BigDecimal lossOf(RiskStanding standing, long nowMs) {
        R loss = standing.dayPnlAt(nowMs).negate();
        return loss.value().max(BigDecimal.ZERO);
    }

    private static SortedSet<Symbol> held(Exposure exposure) {
        TreeSet<Symbol> symbols = new TreeSet<>();
        exposure.held().forEach(part -> symbols.add(part.symbol()));
        return symbols;
    }

    private static ObjectNode limit(String name, @Nullable Symbol symbol, long used, long limit, String unit) {
        return limit(name, symbol, BigDecimal.valueOf(used), BigDecimal.valueOf(limit), unit);
    }

    private static ObjectNode limit(
            String name, @Nullable Symbol symbol, BigDecimal used, BigDecimal limit, String unit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("symbol", symbol == null ? null : symbol.name())
                .put("used", E8.printDecimal(used))
                .put("limit", E8.printDecimal(limit))
                .put("unit", unit);
    }
}

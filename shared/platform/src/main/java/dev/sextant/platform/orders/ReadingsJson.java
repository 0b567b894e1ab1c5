package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.risk.GuardReadings;
import dev.sextant.domain.risk.OpenRisk;
import java.util.ArrayList;
import java.util.List;

/** The part {@code readings} of {@code risk.picture}: what the guard looks at. */
final class ReadingsJson {

    private ReadingsJson() {}

    static GuardReadings readings(JsonNode json) {
        List<OpenRisk> trades = new ArrayList<>();
        json.get("open_trades").forEach(trade -> trades.add(trade(trade)));
        List<Long> doubts = new ArrayList<>();
        json.get("doubts_since_ms").forEach(sinceMs -> doubts.add(sinceMs.longValue()));
        return new GuardReadings(
                trades,
                RiskJson.bySymbol(json.get("marks"), ReadingsJson::mark),
                doubts,
                OrderJson.longOrNull(json, "venue_reached_ms"),
                OrderJson.longOrNull(json, "stream_seen_ms"),
                OrderJson.longOrNull(json, "clock_offset_ms"),
                OrderJson.textOrNull(json, "venue_halt"));
    }

    private static OpenRisk trade(JsonNode json) {
        return new OpenRisk(
                RiskJson.symbol(json),
                Direction.valueOf(json.get("direction").textValue()),
                RiskJson.decimal(json, "opened"),
                RiskJson.decimal(json, "closed"),
                RiskJson.decimal(json, "cost"),
                RiskJson.decimal(json, "stop_distance"),
                json.get("held_since_ms").longValue());
    }

    private static GuardReadings.Mark mark(JsonNode json) {
        return new GuardReadings.Mark(
                RiskJson.decimal(json, "price"), json.get("complete_to_ms").longValue());
    }
}

package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant status}: how the running desk stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows how the running desk stands: health, feeds, strategies, position, PnL.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "health, positions and PnL as one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        RunningDesk desk = new RunningDesk(DeskHome.state());
        RunningDesk.Answer health = desk.get("/api/v1/health");
        JsonNode positions = desk.get("/api/v1/positions").body();
        JsonNode pnl = desk.get("/api/v1/pnl").body();
        if (json) {
            System.out.println(
                    "{\"health\":" + health.body() + ",\"positions\":" + positions + ",\"pnl\":" + pnl + "}");
        } else {
            print(health.body(), positions, pnl);
        }
        return health.status() == 200 ? Sextant.OK : Sextant.FAILED;
    }

    private static void print(JsonNode health, JsonNode positions, JsonNode pnl) {
        JsonNode replay = health.path("replay");
        System.out.println(health.path("status").asText() + "  "
                + health.path("mode").asText() + "  " + health.path("account").asText() + "  market time "
                + health.path("market_time").asText());
        if (replay.isObject()) {
            System.out.println("replay     " + replay.path("capture").asText() + "  "
                    + replay.path("state").asText() + " at "
                    + replay.path("position_at").asText() + ", speed "
                    + replay.path("speed").asText());
        }
        for (JsonNode feed : health.path("feeds")) {
            System.out.println("feed       " + feed.path("symbol").asText() + "  "
                    + feed.path("state").asText() + "  trades "
                    + feed.path("trades").asText() + "  gaps "
                    + feed.path("gaps").asText());
        }
        for (JsonNode strategy : health.path("strategies")) {
            String reason = strategy.path("reason").asText("");
            System.out.println("strategy   " + strategy.path("name").asText() + "  "
                    + strategy.path("state").asText()
                    + (reason.isEmpty() || reason.equals("null") ? "" : "  " + reason));
        }
        for (JsonNode position : positions.path("items")) {
            System.out.println("position   " + position.path("symbol").asText() + "  "
                    + position.path("direction").asText() + " "
                    + position.path("qty").asText() + " at "
                    + position.path("entry_price").asText() + ", unrealised "
                    + position.path("unrealised_pnl").asText());
        }
        System.out.println("pnl        " + pnl.path("realised_pnl").asText() + " "
                + pnl.path("currency").asText()
                + " realised, fees " + pnl.path("fees").asText() + ", equity "
                + pnl.path("equity").asText() + "  ("
                + pnl.path("trades").asText() + " trades, " + pnl.path("pnl_r").asText() + " R)");
    }
}

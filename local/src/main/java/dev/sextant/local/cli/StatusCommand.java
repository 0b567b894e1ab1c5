package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant status}: how the running desk stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows how the running desk stands: health, feeds, strategies, risk, position, PnL.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "health, positions, PnL and risk as one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        RunningDesk desk = new RunningDesk(DeskHome.state());
        RunningDesk.Answer health = desk.get("/api/v1/health");
        JsonNode positions = desk.get("/api/v1/positions").body();
        JsonNode pnl = desk.get("/api/v1/pnl").body();
        JsonNode risk = desk.get("/api/v1/risk").body();
        if (json) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            all.set("health", health.body());
            all.set("positions", positions);
            all.set("pnl", pnl);
            System.out.println(all.<ObjectNode>set("risk", risk));
        } else {
            StatusReport.lines(health.body(), positions, pnl, risk).forEach(System.out::println);
        }
        return health.status() == 200 ? Sextant.OK : Sextant.FAILED;
    }
}

package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code sextant positions}: what the running desk holds. */
@Command(name = "positions", description = "Shows positions, open ones first.")
final class PositionsCommand extends ListCommand {

    @Override
    String path() {
        return "/api/v1/positions";
    }

    @Override
    List<String> table(JsonNode items) {
        Columns table = new Columns(
                "SYMBOL", "DIRECTION", "QTY", "ENTRY", "MARK", "UNREALISED", "REALISED", "FEES", "STOP", "PROTECTED");
        for (JsonNode position : items) {
            boolean flat = text(position, "direction").equals("FLAT");
            table.row(
                    text(position, "symbol"),
                    text(position, "direction"),
                    text(position, "qty"),
                    text(position, "entry_price"),
                    text(position, "mark_price"),
                    text(position, "unrealised_pnl"),
                    text(position, "realised_pnl"),
                    text(position, "fees"),
                    text(position, "stop_price"),
                    flat ? "-" : position.path("protected").asBoolean() ? "yes" : "NO");
        }
        return table.lines();
    }
}

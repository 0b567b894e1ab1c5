package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code sextant balances}: what the running desk has of each asset. */
@Command(name = "balances", description = "Shows what the account has of each asset, as booked.")
final class BalancesCommand extends ListCommand {

    @Override
    String path() {
        return "/api/v1/balances";
    }

    @Override
    List<String> table(JsonNode items) {
        Columns table = new Columns("ACCOUNT", "ASSET", "AMOUNT", "UNREALISED", "EQUITY", "CHANGED");
        for (JsonNode balance : items) {
            table.row(
                    text(balance, "account"),
                    text(balance, "asset"),
                    text(balance, "amount"),
                    text(balance, "unrealised_pnl"),
                    text(balance, "equity"),
                    text(balance, "changed_at"));
        }
        return table.lines();
    }
}

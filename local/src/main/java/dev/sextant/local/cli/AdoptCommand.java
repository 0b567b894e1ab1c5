package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant adopt}: a position that was closed by hand at the exchange, booked as the close of its trade. */
@Command(
        name = "adopt",
        mixinStandardHelpOptions = true,
        description = "Books an order that was not the desk's as the close of its open trade, from the exchange's own"
                + " executions. Sends nothing.")
final class AdoptCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SYMBOL", description = "for example BTCUSDT")
    private String symbol = "";

    @Parameters(
            index = "1",
            paramLabel = "ORDER",
            description = "the exchange's number of the order; ./sextant orders --external shows those that were seen")
    private String order = "";

    @Option(names = "--by", required = true, description = "the name of who adopts, for the audit log")
    private String by = "";

    @Option(names = "--reason", required = true, description = "why, for the audit log")
    private String reason = "";

    @Override
    public Integer call() throws InterruptedException {
        RunningDesk desk = new RunningDesk(DeskHome.state());
        JsonNode request = desk.order(
                "/api/v1/orders/external/adopt",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("symbol", symbol)
                        .put("order_id", order)
                        .put("by", by)
                        .put("reason", reason));
        JsonNode answered =
                ReconcileCommand.await(desk, request.path("request_id").asLong());
        JsonNode adoption = answered.path("adoption");
        boolean adopted = adoption.path("adopted").asBoolean();
        String text = adoption.path("text").asText("the exchange could not be asked; the next pass tries again");
        System.out.println((adopted ? "adopted: " : "NOT adopted: ") + text);
        ReconcileCommand.lines(answered.path("findings")).forEach(System.out::println);
        return adopted ? Sextant.OK : Sextant.FAILED;
    }
}

package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant accept-balance}: money that was moved by hand at a spot exchange, booked by a person's word. */
@Command(
        name = "accept-balance",
        mixinStandardHelpOptions = true,
        description = "Books what a spot exchange has more (or less) of an asset than the desk, because it was moved by"
                + " hand. Sends nothing.")
final class AcceptBalanceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ASSET", description = "for example USD")
    private String asset = "";

    @Option(
            names = "--difference",
            required = true,
            description =
                    "what the exchange has more than the desk, as ./sextant risk show tells it; negative for less")
    private String difference = "";

    @Option(names = "--by", required = true, description = "the name of who accepts, for the audit log")
    private String by = "";

    @Option(names = "--reason", required = true, description = "why, for the audit log")
    private String reason = "";

    @Override
    public Integer call() throws InterruptedException {
        RunningDesk desk = new RunningDesk(DeskHome.state());
        JsonNode request = desk.order(
                "/api/v1/balances/accept",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("asset", asset)
                        .put("difference", difference)
                        .put("by", by)
                        .put("reason", reason));
        JsonNode answered =
                ReconcileCommand.await(desk, request.path("request_id").asLong());
        JsonNode acceptance = answered.path("acceptance");
        boolean booked = acceptance.path("booked").asBoolean();
        String text = acceptance.path("text").asText("the exchange could not be asked; the next pass tries again");
        System.out.println((booked ? "" : "NOT booked: ") + text);
        ReconcileCommand.lines(answered.path("findings")).forEach(System.out::println);
        return booked ? Sextant.OK : Sextant.FAILED;
    }
}

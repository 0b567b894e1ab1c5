package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A list of the running desk, as a table or as JSON. */
@Command(mixinStandardHelpOptions = true)
abstract class ListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    /** What to ask for. */
    abstract String path();

    /** The answer's items as lines. */
    abstract List<String> table(JsonNode items);

    @Override
    public final Integer call() {
        JsonNode answer = new RunningDesk(DeskHome.state()).read(path());
        if (json) {
            System.out.println(answer);
        } else if (answer.path("items").isEmpty()) {
            System.out.println("none");
        } else {
            table(answer.path("items")).forEach(System.out::println);
        }
        return Sextant.OK;
    }

    /** A field as text; a dash for what is not there. */
    static String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isNull() || value.isMissingNode() ? "-" : value.asText();
    }
}

package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant risk}: the guard's state, its limits, and other limits. */
@Command(
        name = "risk",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(show | set NAME=VALUE…)",
        description = "Shows the guard and its limits, and sets limits.")
final class RiskCommand {

    private static final String RISK = "/api/v1/risk";
    private static final Pattern SETTING = Pattern.compile("([a-z_]{1,40})=(-?[0-9]{1,15}(?:\\.[0-9]{1,8})?)");

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows the state, what led to it, and every limit.")
    int show(@Option(names = "--json", description = "as JSON") boolean json, @Mixin WhoseAccount whose) {
        JsonNode risk = desk().read(whose.of(RISK));
        if (json) {
            System.out.println(risk);
        } else {
            RiskReport.lines(risk).forEach(System.out::println);
        }
        return Sextant.OK;
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = "Sets limits; the names are those that 'risk show' prints.")
    int set(
            @Parameters(paramLabel = "NAME=VALUE", arity = "1..*") List<String> settings,
            @Option(names = "--reason", required = true, description = "why, for the audit log") String reason,
            @Option(names = "--by", description = "the name of who sets them, for the audit log") @Nullable String by,
            @Option(
                            names = "--seen",
                            description = "the version of the limits that you saw; default: the one that stands now")
                    @Nullable
                    Long seen,
            @Mixin WhoseAccount whose) {
        ObjectNode body = whose.body(reason);
        ObjectNode limits = body.putObject("limits");
        settings.forEach(setting -> put(limits, setting));
        if (by != null) {
            body.put("by", by);
        }
        RunningDesk desk = desk();
        body.put(
                "version",
                seen != null
                        ? seen
                        : desk.read(whose.of(RISK)).at("/settings/version").asLong());
        JsonNode done = desk.order(RISK + "/limits", body);
        System.out.println(done.path("text").asText());
        System.out.println("version " + done.path("version").asText());
        return Sextant.OK;
    }

    private static void put(ObjectNode limits, String setting) {
        Matcher parts = SETTING.matcher(setting);
        if (!parts.matches()) {
            throw UserError.usage("'" + setting + "' is not NAME=VALUE, expected such as max_positions=5");
        }
        if (limits.has(parts.group(1))) {
            throw UserError.usage(parts.group(1) + " is given twice");
        }
        limits.put(parts.group(1), parts.group(2));
    }

    private static RunningDesk desk() {
        return new RunningDesk(DeskHome.state());
    }
}

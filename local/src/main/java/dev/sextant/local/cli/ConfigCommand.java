package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant config show}: the settings in force and where each comes from. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "show",
        description = "Shows the settings in force and where each comes from.",
        footer = {"", "Flag over environment (SEXTANT__SECTION__KEY) over sextant.json over default."})
final class ConfigCommand {

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints every setting with its source.")
    int show(@Option(names = "--json", description = "as JSON") boolean json) {
        Settings settings = resolve(Map.of());
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Key key : Key.values()) {
            Settings.Value value = settings.value(key);
            if (json) {
                all.putObject(key.path()).put("value", value.text()).put("source", value.source());
            } else {
                System.out.printf("%-24s %-36s %s%n", key.path(), value.text(), value.source());
            }
        }
        if (json) {
            System.out.println(all);
        } else {
            System.out.printf("%-24s %s%n", "(state folder)", DeskHome.state());
        }
        return Sextant.OK;
    }

    /** The settings with the given flags on top; what is wrong is the user's to put right. */
    static Settings resolve(Map<Key, String> flags) {
        try {
            return Settings.resolve(flags, System.getenv(), DeskHome.folder());
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }
}

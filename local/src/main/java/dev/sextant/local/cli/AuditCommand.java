package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.audit.AuditChain;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant audit}: who did what, and whether the log of it is what was written. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(show | verify | export FILE)",
        description = "Shows, verifies and exports the audit log, whose rows are hashed one with the other.")
final class AuditCommand {

    private static final int MOST = 500;
    private static final String OF_ACCOUNT =
            "another account of the desk, such as the triangles'; without it the desk's own";

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows the newest rows, newest first.")
    int show(
            @Option(names = "--limit", defaultValue = "20", description = "how many, 1 to 500 (default: 20)") int limit,
            @Option(names = "--account", description = OF_ACCOUNT) @Nullable String account,
            @Option(names = "--json", description = "as JSON") boolean json) {
        if (limit < 1 || limit > MOST) {
            throw UserError.usage("--limit is " + limit + ", expected 1 to " + MOST);
        }
        JsonNode rows = new RunningDesk(DeskHome.state())
                .read("/api/v1/audit?limit=" + limit + (account == null ? "" : "&account=" + named(account)));
        if (json) {
            System.out.println(rows);
            return Sextant.OK;
        }
        Columns table = new Columns("ROW", "AT", "WHO", "DID", "TO", "DETAIL");
        rows.path("items")
                .forEach(row -> table.row(
                        ListCommand.text(row, "seq"),
                        ListCommand.text(row, "at"),
                        ListCommand.text(row, "actor"),
                        ListCommand.text(row, "action"),
                        ListCommand.text(row, "subject"),
                        ListCommand.text(row, "detail")));
        table.lines().forEach(System.out::println);
        return Sextant.OK;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Computes every hash again, of the running desk's logs or of an exported one, and compares each log with"
                            + " its head, with the heads copied each day, and with an earlier export.")
    int verify(
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "this export instead of the running desk's log")
                    @Nullable
                    Path file,
            @Option(
                            names = "--against",
                            paramLabel = "FILE",
                            description = "an earlier export, kept where nobody can change it")
                    @Nullable
                    Path against,
            @Option(names = "--account", description = "the log of this account; without it those of all of the desk's")
                    @Nullable
                    String account,
            @Option(names = "--json", description = "as JSON") boolean json) {
        Map<String, AuditChain> chains = new LinkedHashMap<>();
        sources(file, against, account).forEach((whose, source) -> chains.put(whose, AuditCheck.of(source, against)));
        if (json) {
            System.out.println(AuditCheck.json(chains));
        } else {
            AuditCheck.lines(chains).forEach(System.out::println);
        }
        return chains.values().stream().allMatch(chain -> chain.found() == 0) ? Sextant.OK : Sextant.FAILED;
    }

    /** By account. An earlier export is of one of them, the desk's own if no other is named. */
    private static Map<String, AuditSource> sources(
            @Nullable Path file, @Nullable Path against, @Nullable String account) {
        if (file != null) {
            if (account != null) {
                throw UserError.usage("--account goes with a running desk, not with --file");
            }
            return Map.of(file.toString(), new FileAudit(file));
        }
        RunningDesk desk = new RunningDesk(DeskHome.state());
        if (account != null) {
            return Map.of(account, new DeskAudit(desk, named(account)));
        }
        List<DeskAudit> all = DeskAudit.all(desk);
        Map<String, AuditSource> sources = new LinkedHashMap<>();
        (against == null ? all : all.subList(0, 1)).forEach(each -> sources.put(String.valueOf(each.account()), each));
        return sources;
    }

    private static String named(String account) {
        if (!account.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw UserError.usage("--account is '" + account + "', expected letters, digits and _ . -");
        }
        return account;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes the running desk's log to a new file, a line of JSON for each row, oldest first.")
    int export(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--account", description = OF_ACCOUNT) @Nullable String account) {
        DeskAudit desk = new DeskAudit(new RunningDesk(DeskHome.state()), account == null ? null : named(account));
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            long rows = desk.lines(out);
            System.out.println(rows + " rows in " + file);
            return Sextant.OK;
        } catch (FileAlreadyExistsException _) {
            throw UserError.usage("FILE is " + file + ", which exists; an export overwrites nothing");
        } catch (IOException e) {
            throw UserError.failed("cannot write " + file + ": " + e.getMessage());
        }
    }
}

package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the desk's accounts a command is for. */
final class WhoseAccount {

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "another account of the desk, such as the triangles'; without it the desk's own")
    private @Nullable String account;

    /** The body of a command for it. */
    ObjectNode body(String reason) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", reason);
        return account == null ? body : body.put("account", account);
    }

    /** A path that asks for it. */
    String of(String path) {
        return account == null ? path : path + "?account=" + URLEncoder.encode(account, StandardCharsets.UTF_8);
    }
}

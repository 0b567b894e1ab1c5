package dev.sextant.local.venue.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.venues.sim.AccountState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account as it stands after its last change, in a file that is replaced at once. A journal as in a replay wouldn't
 * do: the market it belongs to can't be played again.
 */
final class AccountFile {

    private static final Logger LOG = LoggerFactory.getLogger(AccountFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;

    private final Path file;
    private volatile boolean failing;

    AccountFile(Path file) {
        this.file = file;
    }

    /**
     * What was kept, or empty at the first start.
     *
     * @throws IllegalArgumentException when the file isn't one of ours
     */
    Optional<AccountState> load() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            if (json.path("format").asInt() != FORMAT) {
                throw new IllegalArgumentException("the paper account in " + file + " has format " + json.path("format")
                        + ", expected " + FORMAT + ": remove it, or start over with --fresh");
            }
            return Optional.of(JSON.treeToValue(json.required("account"), AccountState.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the paper account in " + file + " is corrupt (" + e.getOriginalMessage()
                            + "): remove it, or start over with --fresh",
                    e);
        }
    }

    /** Writes the account down. A failure is told by {@link #failing}, because the change itself has happened. */
    void save(AccountState account) {
        ObjectNode json = JSON.createObjectNode().put("format", FORMAT);
        json.set("account", JSON.valueToTree(account));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, json.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            failing = false;
        } catch (IOException e) {
            failing = true;
            LOG.error("the paper account can't be written to {}: {}", file, e.toString());
        }
    }

    /** True while the last change is not written down. */
    boolean failing() {
        return failing;
    }
}

package dev.sextant.local.storemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Four clients at once, eight operations at a time: their answers and what is stored afterwards must be those of some order, one
 * after another. {@code -Dstore.histories=N} says how many histories, {@code -Dstore.from=N} from which seed.
 */
class ConcurrentClientsTest {

    private static final int CLIENTS = 4;
    private static final int AT_ONCE = 8;
    private static final int BURSTS = 10;
    private static final int QUIET = 6;

    private final long first = Long.getLong("store.from", 1);
    private final long histories = Long.getLong("store.histories", 15);
    private final Database database = new Database();
    private final PostgresSide postgres = database.side();
    private final Counts counts = new Counts();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatClientsDoAtOnceCouldHaveBeenDoneOneAfterAnother() throws Exception {
        try (Clients clients = new Clients(CLIENTS, postgres)) {
            for (long seed = first; seed < first + histories; seed++) {
                history(clients, seed);
            }
        }
        System.out.println(counts.operations() + " concurrent operations\n" + counts.table());
        assertTrue(counts.seen().contains("MayBeSent: granted"), "somebody was allowed to send");
    }

    private void history(Clients clients, long seed) throws Exception {
        postgres.reset();
        ModelSide model = new ModelSide();
        Generator generator = new Generator(seed, model);
        List<Operation> done = new ArrayList<>();
        for (int burst = 0; burst < BURSTS; burst++) {
            for (int i = 0; i < QUIET; i++) {
                Operation operation = generator.next();
                assertEquals(operation.on(model), operation.on(postgres), () -> "seed " + seed + ": " + operation);
                done.add(operation);
            }
            List<Explanation.Seen> seen = clients.run(generator.burst(AT_ONCE));
            seen.forEach(one -> counts.add(one.operation(), one.said()));
            List<Operation> order = explained(seed, done, seen);
            order.forEach(operation -> operation.on(model));
            done.addAll(order);
        }
        assertEquals(0, postgres.brokenLinks(), "links of the audit's chain, seed " + seed);
    }

    private List<Operation> explained(long seed, List<Operation> done, List<Explanation.Seen> seen) {
        Map<Account, List<String>> stored =
                World.ACCOUNTS.stream().collect(Collectors.toMap(Function.identity(), postgres::lines));
        List<Explanation.Seen> byAnswer = seen.stream()
                .sorted(Comparator.comparingLong(Explanation.Seen::answeredNs))
                .toList();
        Optional<List<Operation>> order = new Explanation(done, stored).find(byAnswer);
        return order.orElseThrow(() -> new AssertionError(story(seed, done, byAnswer)));
    }

    private static String story(long seed, List<Operation> done, List<Explanation.Seen> seen) {
        StringBuilder story = new StringBuilder("no order explains what the clients saw, seed " + seed + ", after\n");
        done.forEach(operation -> story.append("  ").append(operation).append('\n'));
        story.append("at once:\n");
        seen.forEach(one -> story.append("  ").append(one).append('\n'));
        return story.toString();
    }
}

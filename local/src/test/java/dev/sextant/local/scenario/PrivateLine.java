package dev.sextant.local.scenario;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.ingest.account.PrivateFeeds;
import dev.sextant.ingest.account.PrivateInbox;
import dev.sextant.ingest.account.PrivateRecords;
import dev.sextant.ingest.inbox.Inbox;
import dev.sextant.ingest.inbox.Input;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The ingest's private feed before the venue's socket; what it hears is put on the desk's stream. */
final class PrivateLine implements AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int LOOK_MS = 10;

    private final ScenarioDesk desk;
    private final HttpClient http = JdkHttpGet.newClient(Duration.ofSeconds(5));
    private final Inbox inbox = new Inbox(1_000);
    private final PrivateRecords records = new PrivateRecords(false);
    private final List<PrivateEvent> heard = new ArrayList<>();
    private final PrivateFeeds feeds;
    private long jumpedMs;
    private boolean holding;

    /** Connects with the key that the reconciler has got. */
    PrivateLine(ScenarioDesk desk) throws InterruptedException {
        this.desk = desk;
        SqlClient sql = desk.database.as("ingest");
        feeds = new PrivateFeeds(
                List.of(ScenarioDesk.ACCOUNT),
                Optional.of(desk.venue.wsUri() + "/private/ws/"),
                false,
                account -> Optional.ofNullable(
                        sql.callOne(Sql.of("select ops.listen_key(:a) as x").with("a", account.name()))
                                .textOrNull("x")),
                new JdkSocketConnector(http, Duration.ofSeconds(5), 1 << 20),
                new PrivateInbox(inbox),
                () -> System.nanoTime() / 1_000_000 + jumpedMs,
                () -> 0.1);
        awaitLife();
    }

    /** The first sign of life is the handshake; only a pong shows that the venue counts the connection among its own. */
    void awaitLife() throws InterruptedException {
        await(Input.PrivateAlive.class::isInstance);
        ping();
    }

    /** Asks for a sign of life and gets it. */
    void ping() throws InterruptedException {
        jump(6_000);
        await(Input.PrivateAlive.class::isInstance);
    }

    /** This machine's stopwatch, by which the line pings and gives up, goes on by so much. */
    void jump(long ms) {
        jumpedMs += ms;
    }

    /** From now on what is heard is kept and not told. */
    void hold() {
        holding = true;
    }

    /** Everything heard so far, in order. */
    List<PrivateEvent> heard() {
        return List.copyOf(heard);
    }

    /** Listens until a message has come whose text has all these parts. */
    void hear(String... parts) throws InterruptedException {
        if (heard.stream().noneMatch(event -> has(event, parts))) {
            await(input -> input instanceof Input.Private(PrivateEvent event) && has(event, parts));
        }
        desk.work();
    }

    private static boolean has(PrivateEvent event, String... parts) {
        return List.of(parts).stream().allMatch(event.payload()::contains);
    }

    /** Listens until the connection is lost. */
    void awaitLoss() throws InterruptedException {
        await(Input.PrivateLost.class::isInstance);
    }

    private void await(Predicate<Input> wanted) throws InterruptedException {
        long startNanos = System.nanoTime();
        while (System.nanoTime() - startNanos < PATIENCE_NANOS) {
            feeds.readKeys();
            feeds.check();
            for (Input input : inbox.take(1, LOOK_MS)) {
                tell(input);
                if (wanted.test(input)) {
                    return;
                }
            }
        }
        throw new AssertionError("it did not come; heard " + heard);
    }

    private void tell(Input input) {
        if (input instanceof Input.Private(PrivateEvent event)) {
            heard.add(event);
            if (!holding) {
                desk.publish(records.on(event).toArray(DecisionRecord[]::new));
            }
        } else if (input instanceof Input.PrivateAlive) {
            desk.publish(new PrivateStreamAlive(ScenarioDesk.ACCOUNT, desk.nowMs()));
        }
    }

    @Override
    public void close() {
        feeds.close();
        http.shutdownNow();
    }
}

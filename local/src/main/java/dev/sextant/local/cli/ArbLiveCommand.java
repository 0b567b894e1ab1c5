package dev.sextant.local.cli;

import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.backtest.arb.ArbWatch;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.ingest.kraken.FeedStatus;
import dev.sextant.ingest.kraken.KrakenFeed;
import dev.sextant.ingest.kraken.KrakenSocket;
import dev.sextant.ingest.kraken.NewsChannel;
import dev.sextant.local.arb.BookSource;
import dev.sextant.local.arb.LiveTriangles;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.kraken.feed.KrakenRequests;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sextant arb live}: triangles in Kraken's books as they are now. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description = "Watches Kraken's public order books for triangles that earn something.",
        footer = {
            "",
            "Needs no key and sends no order. With --latency-ms each opportunity is taken on paper, in the",
            "books as they go on.",
            "--record keeps the books as a file that `sextant arb --book` replays."
        })
final class ArbLiveCommand implements Callable<Integer> {

    private static final long CHECK_MS = 200;
    private static final int MAX_CHARS = 16 << 20;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the venue's public WebSocket (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("wss://ws.kraken.com/v2");

    @Option(
            names = "--synthetic",
            paramLabel = "SEED",
            description = "a made-up market on loopback, with triangles that pay for a while; no network")
    private @Nullable Long synthetic;

    @Option(
            names = "--assets",
            split = ",",
            paramLabel = "A",
            description = "assets whose pairs are watched, or 'all' (default: "
                    + "USD,EUR,GBP,USDT,USDC,BTC,ETH,SOL,XRP,LTC,ADA,DOT)")
    private List<String> assets =
            List.of("USD", "EUR", "GBP", "USDT", "USDC", "BTC", "ETH", "SOL", "XRP", "LTC", "ADA", "DOT");

    @Option(names = "--depth", paramLabel = "N", description = "levels of each side (default: ${DEFAULT-VALUE})")
    private int depth = 10;

    @Option(names = "--books-only", description = "subscribes to neither trades nor tickers")
    private boolean quiet;

    @Option(names = "--record", paramLabel = "FILE", description = "keeps the books as JSON lines")
    private @Nullable Path record;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "ends by itself, for example after 5m; otherwise by Ctrl-C")
    private @Nullable Duration runFor;

    @Mixin
    private ArbOptions options = new ArbOptions();

    @Override
    public Integer call() throws InterruptedException {
        ArbSettings settings = options.settings(false);
        FeedSettings feed = feedSettings(settings);
        if (!List.of("ws", "wss").contains(String.valueOf(url.getScheme()))) {
            throw UserError.usage("--url is '" + url + "', expected an address that begins with ws:// or wss://");
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (record == null) {
            watch(settings, feed, out, null);
            return Sextant.OK;
        }
        try (PrintStream kept = new PrintStream(Files.newOutputStream(record), false, StandardCharsets.UTF_8)) {
            watch(settings, feed, out, kept);
        } catch (IOException e) {
            throw UserError.failed("--record " + record + " can't be written: " + e.getMessage());
        }
        return Sextant.OK;
    }

    private FeedSettings feedSettings(ArbSettings settings) {
        if (!KrakenRequests.DEPTHS.contains(depth)) {
            throw UserError.usage("--depth is " + depth + ", expected one of " + KrakenRequests.DEPTHS);
        }
        Set<NewsChannel> news = quiet ? Set.of() : Set.of(NewsChannel.TRADE, NewsChannel.TICKER);
        Set<String> wanted = assets.equals(List.of("all")) ? Set.of() : Set.copyOf(assets);
        return new FeedSettings(depth, settings.starts(), wanted, settings.mostLegs(), settings.feePpm(), news);
    }

    private void watch(ArbSettings settings, FeedSettings feedSettings, PrintStream out, @Nullable PrintStream kept)
            throws InterruptedException {
        try (BookSource source = source()) {
            ArbWatch watch = new ArbWatch(settings, options.json, out::println);
            LiveTriangles sink = new LiveTriangles(watch, kept == null ? null : kept::println, System.err::println);
            CountDownLatch end = new CountDownLatch(1);
            CountDownLatch told = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                end.countDown();
                waitFor(told);
            }));
            FeedStatus state =
                    listen(source.address(), new KrakenFeed(feedSettings, sink, ArbLiveCommand::random), end);
            watch.finish();
            watch.report().forEach(options.json ? System.err::println : out::println);
            state.pairs().forEach(System.err::println);
            System.err.println(state);
            told.countDown();
        }
    }

    private BookSource source() throws InterruptedException {
        return synthetic == null ? BookSource.at(url) : BookSource.madeUp(synthetic);
    }

    private FeedStatus listen(URI address, KrakenFeed feed, CountDownLatch end) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                KrakenSocket socket = new KrakenSocket(
                        address,
                        new JdkSocketConnector(client, Duration.ofSeconds(10), MAX_CHARS),
                        feed,
                        new Backoff(1_000, 30_000),
                        MonotonicClock.system(),
                        System::currentTimeMillis,
                        ArbLiveCommand::random)) {
            run(socket, end);
            client.shutdownNow();
            return socket.status();
        }
    }

    private void run(KrakenSocket socket, CountDownLatch end) throws InterruptedException {
        long endNs = runFor == null ? Long.MAX_VALUE : System.nanoTime() + runFor.toNanos();
        do {
            socket.check();
        } while (!end.await(CHECK_MS, TimeUnit.MILLISECONDS) && System.nanoTime() < endNs);
        socket.close();
    }

    private static void waitFor(CountDownLatch told) {
        try {
            var _ = told.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}

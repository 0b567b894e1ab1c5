package dev.sextant.local.cli;

import dev.sextant.local.desk.DeskException;
import dev.sextant.local.desk.DeskOptions;
import dev.sextant.local.desk.DeskRun;
import dev.sextant.local.desk.RunReport;
import dev.sextant.local.doctor.Place;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import dev.sextant.venues.binance.mode.TradingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant up}: the whole desk. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Starts the whole desk, on paper unless told otherwise: plays a capture or a synthetic market through it, or trades on live market data.",
        footer = {
            "",
            "State is kept under .sextant; Ctrl-C stops cleanly, a second 'up' continues where the",
            "first one stopped. With --for the last line of standard output is a JSON summary, and",
            "the exit code is 0 only if nothing was lost, doubled or mismatched."
        })
final class UpCommand implements Callable<Integer> {

    @Option(names = "--capture", paramLabel = "FILE", description = "capture to play (default: the bundled one)")
    private @Nullable Path capture;

    @Option(
            names = "--live",
            description = "trade on paper on real public market data as they come in, instead of playing a capture")
    private boolean live;

    @Option(
            names = "--venue",
            paramLabel = "VENUE",
            description = "binance, kraken (triangles only; Binance's market is played and stands still), or both"
                    + " (default: both beside a market that is played, binance beside a real one)")
    private @Nullable String venue;

    @Option(
            names = "--kraken-capture",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "recorded books to play as Kraken's, merged by time, at real time (default: a made-up market)")
    private List<Path> krakenCapture = List.of();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "paper (the default), testnet: orders to Binance's test market, or live: real money")
    private @Nullable String mode;

    @Option(
            names = "--confirm",
            paramLabel = "ACCOUNT:LOSS",
            description = "with --mode live: the account, and what its limits let it lose in a day (doctor prints it)")
    private @Nullable String confirmation;

    @Option(
            names = "--synthetic",
            paramLabel = "SEED",
            description = "play the synthetic market of this seed, a whole number from 0, instead of a capture")
    private @Nullable Long seed;

    @Option(names = "--hours", paramLabel = "H", description = "how long the synthetic market lasts (default: 24)")
    private @Nullable Integer hours;

    @Option(
            names = "--history",
            paramLabel = "H",
            description = "hours of it that have passed at the start, which the desk reads first (default: 24)")
    private @Nullable Integer history;

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOL",
            split = ",",
            description = "what the synthetic market trades (default: BTCUSDT,ETHUSDT,SOLUSDT; also XRPUSDT)")
    private @Nullable List<String> symbols;

    @Option(names = "--speed", paramLabel = "N|max", description = "market time per wall time (default: 1)")
    private @Nullable String speed;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "end by itself after this long, at the latest when the market ends")
    private @Nullable Duration runFor;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "where the dashboard and the API listen (default: 8080)")
    private @Nullable Integer port;

    @Option(names = "--fresh", description = "forget everything under .sextant first")
    private boolean fresh;

    @Option(names = "--lambda-cadence", description = "poll streams as seldom as Lambda does (1 s)")
    private boolean lambdaCadence;

    @Override
    public Integer call() throws InterruptedException {
        if (live && (capture != null || speed != null)) {
            throw UserError.usage("--live plays no capture: leave out --capture and --speed, or leave out --live");
        }
        if (!krakenCapture.isEmpty() && (live || "binance".equals(venue))) {
            throw UserError.usage(
                    "--kraken-capture plays recorded books as Kraken's: leave out --live and --venue binance");
        }
        if (seed != null && (capture != null || live)) {
            throw UserError.usage("--synthetic is a market of its own: leave out --capture and --live");
        }
        MarketPlan synthetic = new SyntheticFlags(seed, hours, history, symbols).plan();
        Settings settings = ConfigCommand.resolve(flags());
        checkMode(settings);
        DeskOptions options =
                new DeskOptions(DeskHome.folder(), DeskHome.state(), settings, runFor, fresh, confirmation, synthetic);
        try {
            RunReport report = DeskRun.run(options);
            System.out.println(report.json());
            System.out.flush();
            return report.sound() ? Sextant.OK : Sextant.FAILED;
        } catch (DeskException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    /** What plays a market, or trades on paper, has no meaning where orders go to an exchange. */
    private void checkMode(Settings settings) {
        TradingMode inForce = Place.mode(settings);
        if (inForce != TradingMode.PAPER && (live || capture != null || speed != null || seed != null)) {
            throw UserError.usage(
                    "desk.mode is " + inForce.word() + " (from "
                            + settings.value(Key.MODE).source()
                            + "), which trades at an exchange: leave out --live, --capture, --speed and --synthetic, or say --mode paper");
        }
        if (inForce != TradingMode.LIVE && confirmation != null) {
            throw UserError.usage("--confirm belongs to mode live; the mode is " + inForce.word());
        }
    }

    private Map<Key, String> flags() {
        Map<Key, String> flags = new EnumMap<>(Key.class);
        if (capture != null) {
            flags.put(Key.CAPTURE, capture.toAbsolutePath().toString());
        }
        if (speed != null) {
            flags.put(Key.SPEED, speed);
        }
        if (live || capture != null || speed != null || seed != null) {
            flags.put(Key.LIVE, Boolean.toString(live));
        }
        if (venue != null) {
            flags.put(Key.VENUE, venue);
        }
        if (!krakenCapture.isEmpty()) {
            flags.put(
                    Key.KRAKEN_CAPTURE,
                    krakenCapture.stream()
                            .map(file -> file.toAbsolutePath().toString())
                            .collect(Collectors.joining(",")));
        }
        if (mode != null) {
            flags.put(Key.MODE, mode);
        }
        if (port != null) {
            flags.put(Key.PORT, Integer.toString(port));
        }
        if (lambdaCadence) {
            flags.put(Key.LAMBDA_CADENCE, "true");
        }
        return flags;
    }
}

package dev.sextant.direct.exam;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.trade.AssetPair;
import dev.sextant.venues.kraken.trade.KeyInfo;
import dev.sextant.venues.kraken.trade.KrakenAccount;
import dev.sextant.venues.kraken.trade.KrakenNames;
import dev.sextant.venues.kraken.trade.time.KrakenClock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Everything about Kraken and an account there that must be well before triangles are traded with it. Called by the doctor,
 * and by the direct lane before it starts at the exchange. Not beside a desk that uses the same key: their nonces would
 * overtake each other.
 */
public final class KrakenExam {

    private static final String REACHABLE = "kraken_reachable";
    private static final String CLOCK = "kraken_clock";
    private static final String STATUS = "kraken_status";
    private static final String PAIRS = "kraken_pairs";
    private static final String KEY = "kraken_key";
    private static final String RIGHTS = "kraken_key_rights";
    private static final String TERMS = "kraken_key_terms";
    private static final String NONCES = "kraken_nonces";
    private static final String READER = "kraken_reader";
    private static final String SOCKET = "kraken_socket";
    private static final String TIER = "kraken_tier";

    private static final int CLOCK_QUESTIONS = 4;
    private static final long WARN_MS = 1_000;
    private static final long FAIL_MS = 5_000;
    private static final long SOON_SECONDS = 7 * 86_400;
    private static final String NTP = "let this machine keep its time by NTP (timedatectl set-ntp true)";

    private final Subject subject;
    private final Clocks clocks;
    private final Connections kraken;
    private final Questions questions = new Questions();
    private NeededPairs needed = new NeededPairs(List.of(), List.of());
    private KrakenNames names = new KrakenNames(List.of());

    private KrakenExam(Subject subject, Clocks clocks, Connections kraken) {
        this.subject = subject;
        this.clocks = clocks;
        this.kraken = kraken;
    }

    /** Looks at everything. Nothing is sent but questions, among them whether orders would be taken. */
    public static List<Answer> of(Subject subject, Clocks clocks) throws InterruptedException {
        try (Connections kraken = new Connections(subject, clocks)) {
            return new KrakenExam(subject, clocks, kraken).run();
        }
    }

    private List<Answer> run() throws InterruptedException {
        questions.ask(REACHABLE, this::reachable);
        unlessPassed(REACHABLE, "Kraken can't be reached");
        questions.ask(CLOCK, this::clock);
        questions.ask(STATUS, this::status);
        questions.ask(PAIRS, this::pairs);
        unlessPassed(PAIRS, "the pairs are not known");
        KrakenAccount account = kraken.account(subject.trader(), subject.nonces(), names);
        questions.ask(KEY, () -> key(account.keyInfo()));
        unlessPassed(KEY, "the key is refused");
        AccountChecks checks = new AccountChecks(account, subject.feed());
        questions.ask(AccountChecks.BALANCES, checks::balances);
        questions.ask(AccountChecks.FEES, () -> checks.fees(needed.onCycles()));
        questions.ask(
                AccountChecks.ORDERS, () -> checks.orders(needed.wholeCycles().getFirst(), kraken.clock()));
        questions.ask(SOCKET, () -> socket(account));
        questions.ask(READER, this::reader);
        return questions.answers();
    }

    private void unlessPassed(String check, String why) {
        if (!questions.passed(check)) {
            questions.pointless(why);
        }
    }

    private List<Answer> reachable() throws VenueUnavailableException {
        kraken.market().timeSeconds();
        return List.of(Answer.pass(REACHABLE, subject.addresses().rest().getAuthority() + " answers"));
    }

    /** Orders are stamped in the venue's time, so that a clock that is a little off does no harm. */
    private List<Answer> clock() throws VenueUnavailableException, InterruptedException {
        kraken.clock().settle(CLOCK_QUESTIONS, clocks.sleeper());
        KrakenClock.Reading reading = kraken.clock().reading().orElseThrow();
        long off = Math.max(0, Math.abs(reading.offsetMs()) - reading.uncertainMs());
        String found = "this machine is " + Math.abs(reading.offsetMs()) + " ms "
                + (reading.offsetMs() < 0 ? "ahead of" : "behind") + " Kraken, to " + reading.uncertainMs() + " ms";
        if (off > FAIL_MS) {
            return List.of(Answer.fail(CLOCK, found + ", limit " + FAIL_MS, NTP));
        }
        return List.of(off > WARN_MS ? Answer.warn(CLOCK, found, NTP) : Answer.pass(CLOCK, found));
    }

    private List<Answer> status() throws VenueUnavailableException {
        MarketStatus status = kraken.market().status();
        return List.of(
                status == MarketStatus.ONLINE
                        ? Answer.pass(STATUS, "the venue is online")
                        : Answer.fail(STATUS, "the venue is " + status.wireName(), "wait until it is online"));
    }

    private List<Answer> pairs() throws VenueUnavailableException {
        List<AssetPair> listed = kraken.market().pairs();
        names = new KrakenNames(listed);
        needed = NeededPairs.of(listed, subject.feed());
        int whole = needed.wholeCycles().size();
        String closed = needed.onCycles().stream()
                .filter(pair -> pair.status() != MarketStatus.ONLINE)
                .map(pair -> pair.symbol() + " is " + pair.status().wireName())
                .collect(Collectors.joining(", "));
        String found = needed.onCycles().size() + " pairs on the configured cycles, " + whole + " cycles can be traded"
                + (closed.isEmpty() ? "" : "; " + closed);
        if (whole == 0) {
            return List.of(Answer.fail(PAIRS, found, "wait, or change kraken.assets and kraken.starts"));
        }
        return List.of(
                closed.isEmpty()
                        ? Answer.pass(PAIRS, found)
                        : Answer.warn(PAIRS, found, "cycles through these are left alone until they are online"));
    }

    private List<Answer> key(KeyInfo key) {
        long nowSeconds = clocks.wall().nowMs() / 1_000;
        return List.of(
                Answer.pass(KEY, "a signed question was answered"),
                KeyRights.ofTrader(RIGHTS, key),
                KeyRights.terms(TERMS, key, nowSeconds, SOON_SECONDS),
                key.nonceWindow() == 0
                        ? Answer.pass(NONCES, "each nonce must be above the last, " + key.nonce())
                        : Answer.warn(
                                NONCES,
                                "the key takes nonces up to " + key.nonceWindow() + " below the last",
                                "make a key without a nonce window: a request that is late would still be taken"));
    }

    private List<Answer> socket(KrakenAccount account) throws VenueUnavailableException, InterruptedException {
        OptionalInt most = SocketProbe.subscribe(subject.addresses().socket(), kraken.sockets(), account.token());
        Answer well = Answer.pass(SOCKET, "a token was given, and executions can be subscribed to");
        int configured = subject.tier().engineThreshold();
        String tier = subject.tier().name().toLowerCase(Locale.ROOT);
        if (most.isEmpty()) {
            return List.of(well, Answer.unknown(TIER, "the venue did not say what its counter may reach", ""));
        }
        String found = "the trading engine's counter may reach " + most.getAsInt() + ", kraken.tier is " + tier + ", "
                + configured;
        String mend = "set kraken.tier to the account's";
        if (most.getAsInt() == configured) {
            return List.of(well, Answer.pass(TIER, found));
        }
        return List.of(
                well, most.getAsInt() < configured ? Answer.fail(TIER, found, mend) : Answer.warn(TIER, found, mend));
    }

    private List<Answer> reader() throws VenueUnavailableException {
        Optional<Subject.Reader> reader = subject.reader();
        if (reader.isEmpty()) {
            return List.of(new Answer(
                    READER,
                    Answer.Standing.NOT_APPLICABLE,
                    "not applicable: no second key that only reads is given",
                    ""));
        }
        KrakenAccount account = kraken.account(reader.get().key(), reader.get().nonces(), names);
        return List.of(KeyRights.ofReader(READER, account.keyInfo()));
    }
}

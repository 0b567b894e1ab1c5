package dev.sextant.ingest.kraken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.kraken.feed.ScannedBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KrakenFeedTest {

    private final KrakenVenue venue = new KrakenVenue();
    private final Story story = new Story();
    private final Fees fees = new Fees();
    private final KrakenFeed feed =
            new KrakenFeed(new FeedSettings(10, List.of("USD"), Set.of(), 3, 0), story, fees, () -> 0.5);
    private long nowMs = 1_000_000;

    private static final class Fees implements PairFees {
        private int ppm;
        private long version;

        @Override
        public int ppm(Symbol pair) {
            return ppm;
        }

        @Override
        public long version() {
            return version;
        }
    }

    /** Everything that happens, in order: what is sent, what is found, what is said. */
    private static final class Story implements FeedSink, OpportunitySink, KrakenFeed.Wire {
        private final List<String> told = new ArrayList<>();
        private Cycles cycles = Cycles.of(new CurrencyGraph(List.of()), 3, List.of("USD"));

        @Override
        public CycleDetector begin(CurrencyGraph graph, Cycles found, int[] depths) {
            cycles = found;
            return new CycleDetector(graph, found, depths, new DetectorLimits(0, 50_000, 60_000, 1000), this);
        }

        @Override
        public void before(long nowMs) {}

        @Override
        public void applied(int market, long nowMs, ScannedBook message) {}

        @Override
        public void note(long nowMs, String text) {
            told.add("note: " + text);
        }

        @Override
        public void seen(int cycle, long nowMs, CycleSizer plan) {
            told.add("seen: " + cycles.name(cycle));
        }

        @Override
        public void stillThere(int cycle, long nowMs, CycleSizer plan) {
            told.add("still there");
        }

        @Override
        public void gone(int cycle, long nowMs, Ending why) {
            told.add("gone: " + why);
        }

        @Override
        public void missed(int cycle, long nowMs, Ending why) {
            told.add("missed: " + why);
        }

        @Override
        public void send(String text) {
            told.add("sent: " + text);
        }

        @Override
        public void drop(String reason) {
            told.add("dropped: " + reason);
        }
    }

    @Test
    void itAsksForInstrumentsThenForTheBooksOnCyclesAndFindsTheTriangle() {
        feed.opened(story, nowMs);
        hear("{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"version\":\"2.0.10\",\"system\":\"online\","
                + "\"api_version\":\"v2\",\"connection_id\":12393906104898154338}]}");
        hear(venue.instruments());
        tick(10);
        books();
        tick(10);
        assertTold(
                "sent: {\"method\":\"subscribe\",\"params\":{\"channel\":\"instrument\",\"snapshot\":true},\"req_id\":1}",
                "note: 3 pairs, 2 cycles",
                "sent: {\"method\":\"subscribe\",\"params\":{\"channel\":\"book\",\"symbol\":[\"BTC/USD\",\"ETH/BTC\","
                        + "\"ETH/USD\"],\"depth\":10,\"snapshot\":true},\"req_id\":2}",
                "seen: USD>BTC>ETH>USD");
        assertEquals(3, feed.liveBooks());
    }

    @Test
    void aWrongChecksumClosesThatBookAloneAndSubscribesToItAgain() {
        live();
        hear(venue.update("ETH/USD", List.of("2030.00", "1.0000"), List.of())
                .replaceAll("\"checksum\":[0-9]+", "\"checksum\":1"));
        hear(venue.update("ETH/USD", List.of("2031.00", "1.0000"), List.of()));
        hear(venue.update("BTC/USD", List.of("49991.00", "1.0000"), List.of()));
        tick(200);
        tick(100);
        hear(KrakenVenue.granted("unsubscribe", "ETH/USD"));
        tick(10);
        hear(KrakenVenue.granted("subscribe", "ETH/USD"));
        hear(venue.snapshot("ETH/USD", "2020.00", "2.0000", "2021.00", "2.0000"));
        assertTold(
                "gone: CLOSED",
                "note: the book of ETH/USD begins again: its checksum is wrong",
                "sent: {\"method\":\"unsubscribe\",\"params\":{\"channel\":\"book\",\"symbol\":[\"ETH/USD\"],\"depth\":10},\"req_id\":3}",
                "sent: {\"method\":\"subscribe\",\"params\":{\"channel\":\"book\",\"symbol\":[\"ETH/USD\"],\"depth\":10,"
                        + "\"snapshot\":true},\"req_id\":4}",
                "seen: USD>BTC>ETH>USD");
        assertEquals(1, feed.counts().wrongChecksums);
        assertEquals(1, feed.counts().resubscribed);
    }

    @Test
    void aCrossedBookIsNeverTradedOn() {
        live();
        hear(venue.update("ETH/USD", List.of("2500.00", "9.0000"), List.of()));
        assertTold("gone: CLOSED", "note: the book of ETH/USD begins again: it is crossed");
    }

    @Test
    void anUnansweredRequestIsMadeAgain() {
        feed.opened(story, nowMs);
        hear(venue.instruments());
        tick(10);
        story.told.clear();
        for (int second = 0; second < 11; second++) {
            hear("{\"channel\":\"heartbeat\"}");
            tick(1000);
        }
        story.told.remove("sent: {\"method\":\"ping\",\"req_id\":3}");
        assertEquals(1, story.told.size(), story.told::toString);
        assertTrue(story.told.getFirst().contains("unsubscribe"), story.told::toString);
    }

    @Test
    void aRefusedPairIsSaidAndLeftAlone() {
        feed.opened(story, nowMs);
        hear(venue.instruments());
        tick(10);
        story.told.clear();
        hear("{\"error\":\"Currency pair not supported ETH/USD\",\"method\":\"subscribe\",\"success\":false,"
                + "\"symbol\":\"ETH/USD\",\"req_id\":2,\"time_in\":\"2026-01-01T00:00:00.000000Z\","
                + "\"time_out\":\"2026-01-01T00:00:00.000000Z\"}");
        books();
        tick(300);
        assertTold("note: subscribe ETH/USD was refused: Currency pair not supported ETH/USD");
        assertEquals(2, feed.liveBooks());
    }

    @Test
    void silenceOfFiveSecondsAsksForAnotherConnection() {
        live();
        tick(5_000);
        assertTold();
        tick(1);
        assertTold("dropped: nothing was heard for 5001 ms");
        feed.lost("given up", nowMs);
        assertTold("note: connection lost: given up", "gone: CLOSED");
        feed.opened(story, nowMs);
        hear(venue.instruments());
        tick(10);
        books();
        assertEquals("seen: USD>BTC>ETH>USD", story.told.getLast());
        assertEquals(1, feed.counts().stalls);
    }

    @Test
    void aVenueThatIsNotOnlineAndAPairThatIsNotOpenAreNotTradedOn() {
        live();
        hear(venue.status("ETH/BTC", "post_only"));
        hear(venue.update("ETH/USD", List.of("2020.00", "3.0000"), List.of()));
        hear(venue.status("ETH/BTC", "online"));
        hear(venue.update("ETH/BTC", List.of("0.0399", "3.0000"), List.of()));
        hear("{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"system\":\"cancel_only\",\"version\":\"2.0.10\","
                + "\"api_version\":\"v2\",\"connection_id\":1}]}");
        hear(venue.update("ETH/USD", List.of("2020.00", "4.0000"), List.of()));
        assertTold(
                "gone: CLOSED",
                "note: ETH/BTC is post_only",
                "seen: USD>BTC>ETH>USD",
                "note: the venue is cancel_only",
                "gone: CLOSED");
    }

    @Test
    void otherRulesForAPairMeanAnotherBeginning() {
        live();
        hear(venue.instruments("update", 3));
        assertEquals("gone: CLOSED", story.told.getFirst());
        assertTrue(story.told.contains("dropped: the rules of ETH/USD have changed"), story.told::toString);
    }

    @Test
    void otherFeesPriceTheSameBooksAnewWithoutAnotherSubscription() {
        live();
        fees.ppm = 5_000;
        fees.version++;
        tick(10);
        assertTold("note: cycles are priced anew: fees have changed");
        assertEquals(3, feed.liveBooks());
        hear(venue.update("BTC/USD", List.of("49991.00", "1.0000"), List.of()));
        hear(venue.update("ETH/BTC", List.of("0.0398", "1.0000"), List.of()));
        hear(venue.update("ETH/USD", List.of("2019.00", "1.0000"), List.of()));
        assertTold();
        assertEquals(0, feed.counts().wrongChecksums, "the books are what they were");
        fees.ppm = 0;
        fees.version++;
        tick(10);
        hear(venue.update("BTC/USD", List.of("49992.00", "1.0000"), List.of()));
        hear(venue.update("ETH/BTC", List.of("0.0397", "1.0000"), List.of()));
        hear(venue.update("ETH/USD", List.of("2018.00", "1.0000"), List.of()));
        assertTold("note: cycles are priced anew: fees have changed", "seen: USD>BTC>ETH>USD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"checksum\" | \"sum\" | field 'checksum' is absent, expected a whole JSON number",
                "\"checksum\": | \"checksum\":- | field 'checksum' is -CHECKSUM, expected a CRC-32 from 0 to 4294967295",
                "\"price\":2020.00 | \"price\":0 | bids[0]: field 'price' is 0, expected a positive number",
                "\"qty\":0.0000 | \"quantity\":0 | bids[0]: field 'qty' is absent, expected a JSON number with at most 20 digits on each side of the point",
                "\"update\" | \"change\" | field 'type' is change, expected snapshot or update",
                "\"timestamp\":\"2026 | \"timestamp\":\"20x6 | field 'timestamp' is 20x6-01-01T00:00:00.000000Z, expected a time like 2026-07-19T17:54:39.753424Z between 1970 and 2100",
            })
    void aBookMessageThatCannotBeUsedClosesItsBookAloneAtOnceAndSubscribesToItAgain(
            String part, String replacement, String reason) {
        live();
        String bidIsGone = venue.update("ETH/USD", List.of("2020.00", "0.0000"), List.of());
        String checksum = bidIsGone.replaceAll(".*\"checksum\":([0-9]+).*", "$1");
        hear(bidIsGone.replace(part, replacement));
        assertTold(
                "note: a message can't be read: " + reason.replace("CHECKSUM", checksum),
                "gone: CLOSED",
                "note: the book of ETH/USD begins again: a message of it can't be used");
        assertEquals(2, feed.liveBooks());
        hear(venue.update("ETH/BTC", List.of(), List.of("0.0400", "3.0000")));
        hear(venue.update("BTC/USD", List.of(), List.of("50000.00", "3.0000")));
        hear(venue.update("ETH/USD", List.of("2020.00", "5.0000"), List.of()));
        tick(300);
        hear(KrakenVenue.granted("unsubscribe", "ETH/USD"));
        tick(10);
        assertTold(
                "sent: {\"method\":\"unsubscribe\",\"params\":{\"channel\":\"book\",\"symbol\":[\"ETH/USD\"],\"depth\":10},\"req_id\":3}",
                "sent: {\"method\":\"subscribe\",\"params\":{\"channel\":\"book\",\"symbol\":[\"ETH/USD\"],\"depth\":10,"
                        + "\"snapshot\":true},\"req_id\":4}");
        hear(venue.snapshot("ETH/USD", "2020.00", "2.0000", "2021.00", "2.0000"));
        assertTold("seen: USD>BTC>ETH>USD");
        assertEquals(1, feed.counts().unreadable);
        assertEquals(1, feed.counts().resubscribed);
        assertEquals(0, feed.counts().wrongChecksums);
    }

    @Test
    void aBookThatKeepsBeingUnusableIsAskedForEverMoreSeldom() {
        live();
        String unusable =
                venue.update("ETH/USD", List.of("2020.00", "3.0000"), List.of()).replace("\"checksum\"", "\"sum\"");
        hear(unusable);
        for (int failure = 0; failure < 3; failure++) {
            long failedMs = nowMs;
            hear(unusable);
            while (story.told.stream().noneMatch(told -> told.contains("unsubscribe"))) {
                hear("{\"channel\":\"heartbeat\"}");
                tick(10);
            }
            assertTrue(nowMs - failedMs >= 250L << failure, "after " + (nowMs - failedMs) + " ms");
            hear(KrakenVenue.granted("unsubscribe", "ETH/USD"));
            tick(10);
            story.told.clear();
            hear(unusable);
        }
        assertEquals(7, feed.counts().unreadable);
        assertEquals(4, feed.counts().resubscribed, "not again while it waits for its turn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"symbol\" | \"pair\"",
                "ETH/USD | ETH USD",
                "\\}]}$ | },{}]}",
                "\"timestamp.* | ``",
                "\"book\"(.*)\"symbol\" | 7$1\"pair\"",
                "\"channel\"(.*)\"symbol\" | \"chanel\"$1\"pair\""
            })
    void whatMayHaveBeenAnyBooksClosesAll(String part, String replacement) {
        live();
        hear(venue.update("ETH/USD", List.of("2020.00", "3.0000"), List.of()).replaceAll(part, replacement));
        assertEquals(0, feed.liveBooks());
        assertEquals(1, story.told.stream().filter("gone: CLOSED"::equals).count());
        assertEquals(1, feed.counts().unreadable);
        assertEquals(3, feed.counts().resubscribed);
        tick(300);
        assertTrue(story.told.getLast().contains("[\"BTC/USD\",\"ETH/BTC\",\"ETH/USD\"]"), story.told::toString);
    }

    @Test
    void anUnusableMessageOfAnotherChannelOrOfABookThatIsNotFollowedLeavesTheBooks() {
        live();
        hear("{\"channel\":\"trade\",\"type\":\"update\",\"data\":[{\"symbol\":\"ETH/USD\"}]}");
        hear("{\"channel\":\"book\",\"type\":\"update\",\"data\":[{\"symbol\":\"DOGE/XRP\"}]}");
        hear("{\"method\":\"subscribe\",\"success\":1}");
        assertEquals(3, feed.liveBooks());
        assertEquals(3, feed.counts().unreadable);
        assertEquals(0, feed.counts().resubscribed);
    }

    private void live() {
        feed.opened(story, nowMs);
        hear(venue.instruments());
        tick(10);
        books();
        story.told.clear();
    }

    private void books() {
        hear(venue.snapshot("BTC/USD", "49990.00", "1.0000", "50000.00", "1.0000"));
        hear(venue.snapshot("ETH/BTC", "0.0399", "2.0000", "0.0400", "2.0000"));
        hear(venue.snapshot("ETH/USD", "2020.00", "2.0000", "2021.00", "2.0000"));
    }

    private void hear(String message) {
        feed.text(message, nowMs);
    }

    private void tick(long laterMs) {
        nowMs += laterMs;
        feed.tick(nowMs);
    }

    private void assertTold(String... expected) {
        assertEquals(List.of(expected), story.told);
        story.told.clear();
    }
}

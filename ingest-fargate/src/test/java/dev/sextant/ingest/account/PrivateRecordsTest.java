package dev.sextant.ingest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateRecordsTest {

    private static final Account PAPER = new Account("paper-main");

    @Test
    void atAnExchangeAMessageLeavesAtOnce() {
        PrivateRecords records = new PrivateRecords(false);
        assertEquals(List.of(event(10_500)), records.on(event(10_500)));
        assertEquals(List.of(), records.at(11_000));
    }

    @Test
    void inAReplayAMessageLeavesOnceThePlacerHasSeenItsSecond() {
        PrivateRecords records = new PrivateRecords(true);
        assertEquals(List.of(), records.on(event(10_500)));
        assertEquals(List.of(), records.on(event(11_000)), "caused while the market stood at that second");
        assertEquals(List.of(), records.at(11_000));
        assertEquals(List.of(event(10_500)), records.at(12_000));
        assertEquals(List.of(event(11_000)), records.at(13_000));
    }

    @Test
    void alivenessIsToldEachFiveSecondsAndOnlyOnProof() {
        PrivateRecords records = new PrivateRecords(false);
        assertEquals(List.of(), records.at(1_000), "never heard");
        records.alive(PAPER);
        assertEquals(List.of(new PrivateStreamAlive(PAPER, 2_000)), records.at(2_000));
        assertEquals(List.of(), records.at(7_000), "nothing was heard since");
        records.alive(PAPER);
        assertEquals(List.of(new PrivateStreamAlive(PAPER, 8_000)), records.at(8_000));
        records.alive(PAPER);
        assertEquals(List.of(), records.at(9_000), "told a second ago");
        records.lost(PAPER);
        assertEquals(List.of(), records.at(20_000));
    }

    @Test
    void inAReplayWhoseSecondsAreShorterThanAPingTheOpenConnectionIsProofEnough() {
        PrivateRecords records = new PrivateRecords(true);
        records.alive(PAPER);
        assertEquals(1, records.at(1_000).size());
        assertEquals(1, records.at(6_000).size());
        records.lost(PAPER);
        assertEquals(0, records.at(11_000).size());
    }

    private static PrivateEvent event(long atMs) {
        return new PrivateEvent(PAPER, atMs, "{\"e\":\"ORDER_TRADE_UPDATE\",\"E\":" + atMs + "}");
    }
}

package dev.sextant.venues.binance.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.binance.market.MarketEvent.DepthChange;
import dev.sextant.venues.binance.market.MarketEvent.TopOfBook;
import dev.sextant.venues.binance.market.Parsed;
import dev.sextant.venues.binance.market.ReferenceData;
import dev.sextant.venues.binance.market.StreamParser;
import dev.sextant.venues.binance.market.rest.RestAnswers;
import dev.sextant.venues.http.MalformedJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Five minutes of BTCUSDT. The chain of changes never breaks; the arrays agree with two sorted maps after each change;
 * and wherever the venue's own best bid and ask carry the same update id, they are ours.
 */
class DepthCaptureTest {

    private final DepthSync sync = new DepthSync();
    private final NaiveBook twin = new NaiveBook();
    private final List<DepthChange> beforeSnapshot = new ArrayList<>();
    private final Map<Long, TopOfBook> tops = new HashMap<>();
    private int compared;
    private int topsCompared;

    @Test
    void theCaptureIsFollowedWithoutABreak() throws IOException, MalformedJson {
        StreamParser parser = new StreamParser();
        List<Object> inputs = new ArrayList<>();
        for (String line : ReferenceData.gzipLines("data/binance-usdm-ws-raw/usdm-btcusdt-20240808.gz")) {
            String message = line.substring(line.indexOf(' ') + 1);
            if (message.startsWith("{\"lastUpdateId\"")) {
                inputs.add(RestAnswers.depth(message));
            } else if (parser.parse(message) instanceof Parsed.Event(DepthChange change)) {
                inputs.add(change);
            } else if (parser.parse(message) instanceof Parsed.Event(TopOfBook top)) {
                tops.put(top.updateId(), top);
            }
        }

        for (Object input : inputs) {
            if (input instanceof DepthSnapshot snapshot) {
                onSnapshot(snapshot);
            } else if (input instanceof DepthChange change) {
                onChange(change);
            }
        }

        assertEquals(0, sync.resyncs());
        assertTrue(sync.synced());
        assertTrue(compared > 6_500, () -> compared + " changes compared");
        assertTrue(topsCompared > 500, () -> topsCompared + " tops compared");
    }

    private void onSnapshot(DepthSnapshot snapshot) {
        sync.onSnapshot(snapshot);
        twin.apply(snapshot.bids(), snapshot.asks());
        for (DepthChange change : beforeSnapshot) {
            if (change.lastUpdateId() >= snapshot.lastUpdateId()) {
                twin.apply(change.bids(), change.asks());
            }
        }
    }

    private void onChange(DepthChange change) {
        boolean early = sync.needsSnapshot();
        DepthSync.Step step = sync.onChange(change);
        if (early) {
            beforeSnapshot.add(change);
        } else if (step == DepthSync.Step.APPLIED) {
            twin.apply(change.bids(), change.asks());
            compare(change.lastUpdateId());
        }
    }

    private void compare(long updateId) {
        compared++;
        LocalBook book = sync.book();
        assertFalse(book.crossed());
        assertEquals(twin.bids.firstEntry(), Map.entry(book.bidPriceE8(0), book.bidQtyE8(0)));
        assertEquals(twin.asks.firstEntry(), Map.entry(book.askPriceE8(0), book.askQtyE8(0)));
        if (compared % 250 == 0) {
            assertEquals(twin.text(), NaiveBook.text(book));
        }
        TopOfBook top = tops.get(updateId);
        if (top != null) {
            topsCompared++;
            assertEquals(top.bidE8(), book.bidPriceE8(0));
            assertEquals(top.bidQtyE8(), book.bidQtyE8(0));
            assertEquals(top.askE8(), book.askPriceE8(0));
            assertEquals(top.askQtyE8(), book.askQtyE8(0));
        }
    }
}

package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.trade.TransportOutcome.Answered;
import dev.sextant.venues.kraken.trade.nonce.KeptNonce;
import dev.sextant.venues.kraken.trade.nonce.MonotonicNonces;
import dev.sextant.venues.kraken.trade.rate.RestCounter;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A venue that answers by a script, and keeps what it was asked. */
final class ScriptedKraken implements KrakenTransport {

    static final long NOW_MS = 1_767_225_600_000L;

    static final String PAIRS = """
            {"error":[],"result":{
            "XXBTZUSD":{"altname":"XBTUSD","wsname":"XBT/USD","base":"XXBT","quote":"ZUSD","pair_decimals":1,
              "lot_decimals":8,"cost_decimals":5,"ordermin":"0.0001","costmin":"0.5","tick_size":"0.1","status":"online"},
            "XBTUSDT":{"altname":"XBTUSDT","wsname":"XBT/USDT","base":"XXBT","quote":"USDT","pair_decimals":1,
              "lot_decimals":8,"cost_decimals":5,"ordermin":"0.0001","costmin":"0.5","tick_size":"0.1","status":"online"},
            "ETHUSDT":{"altname":"ETHUSDT","wsname":"ETH/USDT","base":"XETH","quote":"USDT","pair_decimals":2,
              "lot_decimals":8,"cost_decimals":5,"ordermin":"0.001","costmin":"0.5","tick_size":"0.01","status":"online"},
            "XDGUSD":{"altname":"XDGUSD","wsname":"XDG/USD","base":"XXDG","quote":"ZUSD","pair_decimals":7,
              "lot_decimals":8,"cost_decimals":5,"ordermin":"50","costmin":"0.5","tick_size":"0.0000001","status":"post_only"}}}
            """;

    static final KrakenNames NAMES = names();

    static final KrakenOrder ORDER = new KrakenOrder(
            new Symbol("BTC/USD"), "b1-000123", Side.BUY, Quantity.of("1.25"), Price.of("37500"), TimeInForce.IOC);

    final List<KrakenRequest> asked = new ArrayList<>();
    final List<Long> waits = new ArrayList<>();
    long clockMs;
    private final Deque<TransportOutcome> script = new ArrayDeque<>();

    static KrakenNames names() {
        try {
            return new KrakenNames(
                    AssetPairs.read(RestAnswer.READER.object(PAIRS).object("result"))
                            .pairs());
        } catch (MalformedJson e) {
            throw new AssertionError(e);
        }
    }

    static ScriptedKraken answering(String... bodies) {
        ScriptedKraken venue = new ScriptedKraken();
        for (String body : bodies) {
            venue.then(new Answered(200, body));
        }
        return venue;
    }

    ScriptedKraken then(TransportOutcome outcome) {
        script.add(outcome);
        return this;
    }

    Pacing pacing() {
        return new Pacing(new RestCounter(Tier.STARTER, 0), () -> clockMs, waits::add, () -> 1.0);
    }

    KrakenAccount account() {
        return new KrakenAccount(
                KrakenTradeSettings.standard(),
                KrakenSignerTest.CREDENTIALS,
                new MonotonicNonces(() -> NOW_MS * 1_000, new KeptNonce()),
                this,
                pacing(),
                NAMES);
    }

    @Override
    public TransportOutcome send(KrakenRequest request, Runnable written) {
        asked.add(request);
        written.run();
        return script.isEmpty() ? new TransportOutcome.Lost("the script is over") : script.remove();
    }
}

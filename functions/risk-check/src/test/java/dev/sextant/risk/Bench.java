package dev.sextant.risk;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.EntryTerms;
import dev.sextant.platform.lambda.RecordLoop;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.StreamDecisionPublisher;
import dev.sextant.platform.stream.memory.InMemoryStream;
import dev.sextant.platform.telemetry.Metrics;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Risk-check as Lambda runs it, from bytes to bytes: 20 USDT a trade, BTC in steps of 0.001. */
final class Bench {

    static final Account ACCOUNT = new Account("paper-main");
    static final Symbol BTC = new Symbol("BTCUSDT");
    static final long T0 = 1_723_161_300_000L;

    final ToldOrders orders = new ToldOrders();
    final InMemoryStream decisions = new InMemoryStream("decisions", () -> T0);
    final List<String> refused = new ArrayList<>();
    final List<String> deadLetters = new ArrayList<>();
    long nowMs = T0;
    private int sequence = 100;
    private final RecordLoop<DecisionRecord> loop = new RecordLoop<>(
            DecisionCodec::decode,
            new RiskCheck(
                    orders,
                    (account, symbol) -> new EntryTerms(
                            account.equals(ACCOUNT)
                                    ? Optional.of(new AccountSettings(ACCOUNT, "paper", "USDT", new BigDecimal("20")))
                                    : Optional.empty(),
                            symbol.equals(BTC) ? Optional.of(instrument()) : Optional.empty()),
                    (signal, code, reason) -> refused.add(code + ": " + reason),
                    new StreamDecisionPublisher(decisions),
                    () -> nowMs)::onRecord,
            (stream, number, payload, reason) -> deadLetters.add(number + ": " + reason),
            Metrics.NONE);

    private static Instrument instrument() {
        return new Instrument(
                BTC,
                "BTC",
                "USDT",
                true,
                new BigDecimal("0.1"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                new BigDecimal("120"),
                new BigDecimal("50"));
    }

    static SignalRaised signal(Direction direction, Tier tier, String stopDistance) {
        return signal("signal-1", ACCOUNT, BTC, direction, tier, "61800", stopDistance, "0.5");
    }

    static SignalRaised signal(
            String id,
            Account account,
            Symbol symbol,
            Direction direction,
            Tier tier,
            String price,
            String stopDistance,
            String share) {
        return new SignalRaised(
                id,
                "decision-1",
                account,
                "demo",
                "demo@1#00000000",
                symbol,
                direction,
                T0 - 15_000,
                88,
                tier,
                new BigDecimal(price),
                new BigDecimal("30"),
                new BigDecimal(stopDistance),
                new BigDecimal("30"),
                new BigDecimal("60"),
                new BigDecimal(share),
                T0,
                T0 + 15_000,
                4_200_000);
    }

    static Tick tick(long atMs) {
        return new Tick(ACCOUNT, atMs, Map.of(), Map.of());
    }

    /** One batch; answers the sequence number it stopped at, or "all". */
    String batch(DecisionRecord... records) {
        List<byte[]> bytes = new ArrayList<>();
        for (DecisionRecord record : records) {
            bytes.add(DecisionCodec.encode(record));
        }
        return batch(bytes);
    }

    String batch(List<byte[]> records) {
        KinesisEvent event = new KinesisEvent();
        event.setRecords(records.stream().map(this::record).toList());
        StreamsEventResponse response = loop.handle(event);
        return response.getBatchItemFailures().isEmpty()
                ? "all"
                : response.getBatchItemFailures().getFirst().getItemIdentifier();
    }

    private KinesisEvent.KinesisEventRecord record(byte[] data) {
        KinesisEvent.Record kinesis = new KinesisEvent.Record();
        kinesis.setSequenceNumber("" + sequence++);
        kinesis.setData(ByteBuffer.wrap(data));
        KinesisEvent.KinesisEventRecord record = new KinesisEvent.KinesisEventRecord();
        record.setKinesis(kinesis);
        record.setEventSourceARN(decisions.streamArn());
        return record;
    }

    /** Everything told to the stream. */
    List<DecisionRecord> told() {
        return decisions.records().stream()
                .map(record -> DecisionCodec.decode(record.data()))
                .toList();
    }
}

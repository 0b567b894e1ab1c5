package dev.sextant.platform.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.OrderChanged;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Decisions written by old versions. The files are never regenerated: a new version adds files beside them. */
class DecisionCodecGoldenTest {

    private static final Account PAPER = new Account("paper-main");
    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final String INTENT = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069";

    static Stream<Arguments> versionOne() {
        return Stream.of(
                Arguments.of(
                        "decision-v1-tick.json",
                        new Tick(
                                PAPER,
                                1_723_161_255_000L,
                                Map.of(BTC, 6_180_030_000_000L, new Symbol("ETHUSDT"), 268_412_000_000L),
                                Map.of(BTC, 1_723_161_254_990L, new Symbol("ETHUSDT"), 1_723_161_253_100L))),
                Arguments.of("decision-v1-sweep.json", new Sweep(PAPER)),
                Arguments.of("decision-v1-signal.json", signal()),
                Arguments.of("decision-v1-intent-approved.json", new IntentApproved(PAPER, INTENT, 1_723_161_255_400L)),
                Arguments.of(
                        "decision-v1-order-changed.json",
                        new OrderChanged(PAPER, INTENT, "PARTIALLY_FILLED", 4, 1_723_161_256_002L)),
                Arguments.of(
                        "decision-v1-private-event.json",
                        new PrivateEvent(
                                PAPER,
                                1_723_161_256_002L,
                                "{\"e\":\"ORDER_TRADE_UPDATE\",\"E\":1723161256002,\"o\":{\"s\":\"BTCUSDT\",\"X\":\"NEW\"}}")),
                Arguments.of(
                        "decision-v1-private-stream-alive.json", new PrivateStreamAlive(PAPER, 1_723_161_255_000L)));
    }

    @ParameterizedTest
    @MethodSource("versionOne")
    void decisionsOfVersionOneStayReadable(String file, DecisionRecord record) throws IOException {
        assertEquals(record, DecisionCodec.decode(golden(file)));
    }

    @ParameterizedTest
    @MethodSource("versionOne")
    void versionOneIsStillWhatIsWritten(String file, DecisionRecord record) throws IOException {
        assertEquals(
                new String(golden(file), StandardCharsets.UTF_8).strip(),
                new String(DecisionCodec.encode(record), StandardCharsets.UTF_8));
    }

    private static byte[] golden(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(DecisionCodecGoldenTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        }
    }

    private static SignalRaised signal() {
        return new SignalRaised(
                "0a4d55a8d778e5022fab701977c5d840bbc486d0",
                "5b8f3f3a4f2f0c47be0dd51a5f2bb3bd0f8f9f55",
                PAPER,
                "v51_baseline",
                "v51_baseline@5.1#1f0c9a2e",
                BTC,
                Direction.SHORT,
                1_723_161_240_000L,
                88,
                Tier.STANDARD,
                new BigDecimal("61800.3"),
                new BigDecimal("212.4400"),
                new BigDecimal("318.66"),
                new BigDecimal("212.44"),
                new BigDecimal("424.88"),
                new BigDecimal("0.5"),
                1_723_161_255_000L,
                1_723_161_285_000L,
                4_200_000L);
    }
}

package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.venue.Placement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes back, yes and no are said only on the evidence that allows them. */
class PlacementClassifierFuzzTest {

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*(-[0-9]{1,9})\\b");

    @Property(tries = 20_000)
    void neverRejectedForABodyThatIsNotOnTheList(
            @ForAll @IntRange(min = 100, max = 599) int status, @ForAll("unlistedBodies") String body) {
        for (OrderRequest order : new OrderRequest[] {Desk.ENTRY, Desk.STOP}) {
            assertFalse(
                    PlacementClassifierTest.classify(order, status, body) instanceof Placement.Rejected,
                    () -> status + " " + body);
        }
    }

    @Property(tries = 20_000)
    void acceptedOnlyWithStatus200AndOurId(
            @ForAll @IntRange(min = 100, max = 599) int anyStatus,
            @ForAll boolean ok,
            @ForAll("orderBodies") String body) {
        int status = ok ? 200 : anyStatus;
        Placement placement = PlacementClassifierTest.classify(Desk.ENTRY, status, body);
        if (placement instanceof Placement.Accepted(var order)) {
            assertEquals(200, status);
            assertEquals("sxentry1", order.clientOrderId());
            assertTrue(body.contains("\"clientOrderId\":\"sxentry1\""), body);
        }
    }

    @Property(tries = 20_000)
    void damagedBodiesAreNeverAFalseNo(
            @ForAll @IntRange(min = 100, max = 599) int status, @ForAll("damagedBodies") String body) {
        Placement placement = PlacementClassifierTest.classify(Desk.ENTRY, status, body);
        if (placement instanceof Placement.Rejected) {
            assertTrue(status >= 400 && status < 500 && status != 408, () -> "status " + status);
            Matcher code = CODE.matcher(body);
            assertTrue(code.find(), body);
            assertTrue(ErrorTable.codes().contains(Integer.parseInt(code.group(1))), body);
        }
    }

    @Property(tries = 20_000)
    void aBodyThatIsCutShortIsUnknown(
            @ForAll @IntRange(min = 100, max = 599) int anyStatus,
            @ForAll boolean ok,
            @ForAll("wholeBodies") String whole,
            @ForAll @IntRange(max = 10_000) int permyriad) {
        String cut = whole.substring(0, (int) ((whole.length() - 1L) * permyriad / 10_000));
        int status = ok ? 200 : anyStatus;
        assertInstanceOf(Placement.Unknown.class, PlacementClassifierTest.classify(Desk.ENTRY, status, cut));
        assertInstanceOf(Placement.Unknown.class, PlacementClassifierTest.classify(Desk.STOP, status, cut));
    }

    @Provide
    Arbitrary<String> unlistedBodies() {
        Arbitrary<Integer> unlisted =
                Arbitraries.integers().between(-12_000, 12_000).filter(code -> !listed(code));
        Arbitrary<String> messages = Arbitraries.of("", "Margin is insufficient.", "rejected", "Invalid symbol.");
        return Arbitraries.oneOf(
                Combinators.combine(unlisted, messages).as(Bodies::error),
                // Listed codes in a shape the venue doesn't use.
                Arbitraries.of(-2019, -1121, -2015, -1003)
                        .flatMap(code -> Arbitraries.of(
                                        "{\"code\":\"%d\"}",
                                        "{\"code\":%d.5}",
                                        "{\"code\":%d",
                                        "[{\"code\":%d}]",
                                        "{\"code\":%d}}",
                                        "{\"error\":{\"code\":%d}}",
                                        "{\"code\":%1$d,\"code\":%1$d}",
                                        "{\"Code\":%d}")
                                .map(form -> form.formatted(code))),
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings().withChars("{}[]\":,-0123456789codemsg \n").ofMaxLength(80));
    }

    private static boolean listed(int code) {
        return ErrorTable.codes().contains(code);
    }

    @Provide
    Arbitrary<String> wholeBodies() {
        return Arbitraries.of(
                Bodies.order("sxentry1", 22_542_179, "NEW", "0"),
                Bodies.order("sxentry1", 22_542_179, "FILLED", "0.010"),
                Bodies.algo("sxstop1", "NEW", ""),
                Bodies.MARGIN,
                Bodies.error(-1121, "Invalid symbol."),
                Bodies.error(-2015, "Invalid API-key, IP, or permissions for action."));
    }

    @Provide
    Arbitrary<String> orderBodies() {
        Arbitrary<String> ids = Arbitraries.of("sxentry1", "sxentry2", "SXENTRY1", "sxentry1 ", "", "sxstop1");
        Arbitrary<String> statuses = Arbitraries.of("NEW", "FILLED", "EXPIRED", "NEW_ADL", "", "new");
        Arbitrary<Long> orderIds = Arbitraries.longs();
        Arbitrary<String> bodies = Combinators.combine(ids, orderIds, statuses)
                .as((id, orderId, status) -> Bodies.order(id, orderId, status, "0"));
        return Arbitraries.oneOf(bodies, bodies.flatMap(PlacementClassifierFuzzTest::damaged));
    }

    @Provide
    Arbitrary<String> damagedBodies() {
        return wholeBodies().flatMap(PlacementClassifierFuzzTest::damaged);
    }

    /** One character replaced by another, up to three times. */
    private static Arbitrary<String> damaged(String body) {
        Arbitrary<Character> characters = Arbitraries.of('"', '{', '}', ',', ':', '-', '0', '7', 'x', ' ', '\\', '\n');
        Arbitrary<Integer> places = Arbitraries.integers().between(0, body.length() - 1);
        return Combinators.combine(places, characters)
                .as(Map::entry)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(changes -> {
                    StringBuilder text = new StringBuilder(body);
                    changes.forEach(change -> text.setCharAt(change.getKey(), change.getValue()));
                    return text.toString();
                });
    }
}

package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.risk.GuardPictures.Picture;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** States and what they let pass, on made-up accounts. */
class GuardTest {

    private static final long NOW = GuardPictures.NOW;
    private static final Symbol BTC = GuardPictures.BTC;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anOrderThatReducesExposurePassesInEveryState(@ForAll("pictures") Picture picture, @ForAll Purpose purpose) {
        GuardReport report = picture.guard();
        boolean refused = Guard.refusal(purpose, report).isPresent();
        assertEquals(purpose.addsExposure() && report.state().barsEntries(), refused);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theStateIsTheWorstOfItsFindingsAndNamesTheFirstBarrier(@ForAll("pictures") Picture picture) {
        GuardReport report = picture.guard();
        assertTrue(report.findings().stream()
                .allMatch(finding -> finding.condition().state().compareTo(report.state()) <= 0));
        assertEquals(report.findings().isEmpty(), report.state() == GuardState.NORMAL);
        assertEquals(report.state().barsEntries(), report.barrier().isPresent());
        assertTrue(
                report.findings().stream().noneMatch(finding -> finding.text().isBlank()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anAccountIsNeverWorseThanItsEntries(@ForAll("pictures") Picture picture) {
        GuardState account = Guard.ofAccount(
                        picture.account(),
                        picture.conditions().deskState(),
                        picture.conditions().readings(),
                        NOW)
                .state();
        assertTrue(account.compareTo(picture.guard().state()) <= 0);
    }

    @Test
    void anOpenTradeIsValuedInTheRiskItTook() {
        OpenRisk half = new OpenRisk(
                BTC,
                Direction.LONG,
                new BigDecimal("0.2"),
                new BigDecimal("0.1"),
                new BigDecimal("12000"),
                new BigDecimal("500"),
                NOW);
        assertEquals(R.of("-0.5"), half.at(new BigDecimal("59500")), "half of it is open and stands at its stop");
        OpenRisk sold = new OpenRisk(
                BTC, Direction.SHORT, BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("100"), new BigDecimal("3"), NOW);
        assertEquals(R.of("-0.333333"), sold.at(new BigDecimal("101")));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theGuardFindsWhatItsTwinFinds(@ForAll("pictures") Picture picture) {
        assertEquals(
                new GuardTwin(Picture.DEMAND, picture.account(), picture.conditions(), NOW).findings(),
                picture.guard().findings());
    }

    @Provide
    Arbitrary<Picture> pictures() {
        return GuardPictures.any();
    }

    @Test
    void theConditionsStandInTheOrderInWhichTheyAreTold() {
        List<GuardState> states = List.of(GuardCondition.values()).stream()
                .map(GuardCondition::state)
                .toList();
        assertEquals(states.stream().sorted(java.util.Comparator.reverseOrder()).toList(), states);
    }
}

package dev.sextant.infra.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.settings.Mode;
import dev.sextant.platform.setup.AccountTerms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that accounts are written from: those of the stacks. */
class PrepareArgumentsTest {

    @TempDir
    private Path folder;

    private DeskSettings settings(String... arguments) {
        return PrepareArguments.read(arguments, folder).settings();
    }

    private String fault(String... arguments) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> settings(arguments))
                .getMessage());
    }

    @Test
    void theDeskTellsTheModeAndTheRestIsAsForTheStacks() {
        assertEquals(Mode.TESTNET, settings("sextant-testnet").mode());
        DeskSettings live =
                settings("sextant-live", "-c", "sextant:alarmEmail=a@b.example", "-c", "sextant:maxPositions=1");
        assertEquals(Mode.LIVE, live.mode());
        assertEquals(1, live.limits().maxPositions());
    }

    @Test
    void whatIsKeptInTheContextFileCountsAndTheCommandLineBeforeIt() throws IOException {
        Files.writeString(
                folder.resolve("cdk.context.json"), "{\"sextant:maxPositions\":3,\"sextant:riskPerTrade\":\"7\"}");
        DeskSettings settings = settings("sextant-testnet", "-c", "sextant:maxPositions=4");
        assertEquals(4, settings.limits().maxPositions());
        assertEquals(new BigDecimal("7"), settings.limits().riskPerTrade());
    }

    @Test
    void whatIsWrongIsTold() throws IOException {
        assertTrue(fault().startsWith("expected one desk"));
        assertTrue(fault("sextant-demo").startsWith("expected one desk"));
        assertTrue(fault("sextant-testnet", "-c").startsWith("'-c' is not understood"));
        assertEquals(
                "sextant:mode is 'live', expected testnet, the mode of sextant-testnet",
                fault("sextant-testnet", "-c", "sextant:mode=live"));
        Files.writeString(folder.resolve("cdk.context.json"), "{");
        assertTrue(fault("sextant-testnet").contains("cdk.context.json can't be read"));
    }

    @Test
    void theAccountOfTrianglesFollowsTheDesksAndHoldsTwiceWhatAPlanBeginsWith() {
        List<AccountTerms> accounts = DeskRows.accounts(DeskSettings.from(Map.of(
                "sextant:mode", "live",
                "sextant:alarmEmail", "a@b.example",
                "sextant:kraken", "true",
                "sextant:krakenTrade", "true",
                "sextant:krakenMaxLoss", "2.5",
                "sextant:krakenMaxNotional", "200")));
        assertEquals(2, accounts.size());
        AccountTerms desk = accounts.getFirst();
        assertEquals(
                "live-main live USDT 5 2",
                String.join(
                        " ",
                        desk.account().name(),
                        desk.mode(),
                        desk.currency(),
                        desk.riskPerTrade().toString(),
                        "" + desk.maxPositions()));
        AccountTerms kraken = accounts.getLast();
        assertEquals("live-main-kraken", kraken.account().name());
        assertEquals("USD", kraken.currency());
        assertEquals(new BigDecimal("2.5"), kraken.riskPerTrade());
        assertEquals(BigDecimal.valueOf(400), kraken.maxTotalNotional());
        assertEquals(1, kraken.maxPositions());
        assertEquals(Optional.of(desk.account()), kraken.follows());
        assertFalse(DeskRows.accounts(DeskSettings.from(Map.of())).stream()
                .anyMatch(terms -> terms.account().name().contains("kraken")));
    }
}

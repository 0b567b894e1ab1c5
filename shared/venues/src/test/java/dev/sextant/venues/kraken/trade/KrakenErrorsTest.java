package dev.sextant.venues.kraken.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.binance.market.ReferenceData;
import dev.sextant.venues.kraken.trade.KrakenErrors.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenErrorsTest {

    /** Every listed error: what it means for a placement, a cancel and a read. */
    private static final String TABLE = """
            EAPI:Invalid key | HALT | HALT | HALT
            EAPI:Invalid signature | HALT | HALT | HALT
            EGeneral:Permission denied | HALT | HALT | HALT
            EAccount:Invalid permissions | HALT | HALT | HALT
            EAuth:Account temporary disabled | HALT | HALT | HALT
            EAuth:Account unconfirmed | HALT | HALT | HALT
            EGeneral:Temporary lockout | HALT | HALT | HALT
            EAPI:Invalid nonce | RETRY_SAFE | RETRY_SAFE | RETRY_SAFE
            ESession:Invalid session | RETRY_SAFE | RETRY_SAFE | RETRY_SAFE
            EAPI:Rate limit exceeded | RETRY_SAFE | RETRY_SAFE | RETRY_SAFE
            EAuth:Rate limit exceeded | RETRY_SAFE | RETRY_SAFE | RETRY_SAFE
            EAuth:Too many requests | RETRY_SAFE | RETRY_SAFE | RETRY_SAFE
            EGeneral:Too many requests | RETRY_SAFE | RETRY_SAFE | RETRY_SAFE
            EService:Throttled | RETRY_SAFE | RETRY_SAFE | RETRY_SAFE
            EOrder:Rate limit exceeded | RETRY_SAFE | RETRY_SAFE | RETRY_SAFE
            EOrder:Domain rate limit exceeded | RETRY_SAFE | RETRY_SAFE | RETRY_SAFE
            EOrder:Orders limit exceeded | REJECTED | REJECTED | REJECTED
            EOrder:Positions limit exceeded | REJECTED | REJECTED | REJECTED
            EOrder:Scheduled orders limit exceeded | REJECTED | REJECTED | REJECTED
            EBM:limit exceeded | REJECTED | REJECTED | REJECTED
            EGeneral:Invalid arguments | REJECTED | REJECTED | REJECTED
            EGeneral:Unknown method | REJECTED | REJECTED | REJECTED
            EAPI:Bad request | REJECTED | REJECTED | REJECTED
            EQuery:Unknown asset pair | REJECTED | REJECTED | REJECTED
            ETrade:Invalid request | REJECTED | REJECTED | REJECTED
            EOrder:Insufficient funds | REJECTED | REJECTED | REJECTED
            EOrder:Insufficient margin | REJECTED | REJECTED | REJECTED
            EOrder:Margin allowance exceeded | REJECTED | REJECTED | REJECTED
            EOrder:Margin level too low | REJECTED | REJECTED | REJECTED
            EOrder:Margin position size exceeded | REJECTED | REJECTED | REJECTED
            EOrder:Cannot open position | REJECTED | REJECTED | REJECTED
            EOrder:Cannot open opposing position | REJECTED | REJECTED | REJECTED
            EOrder:Order minimum not met | REJECTED | REJECTED | REJECTED
            EOrder:Cost minimum not met | REJECTED | REJECTED | REJECTED
            EOrder:Tick size check failed | REJECTED | REJECTED | REJECTED
            EOrder:Invalid price | REJECTED | REJECTED | REJECTED
            EOrder:Reduce only | REJECTED | REJECTED | REJECTED
            EOrder:Unknown position | REJECTED | REJECTED | REJECTED
            EOrder:Post only order | REJECTED | REJECTED | REJECTED
            EService:Deadline elapsed | REJECTED | REJECTED | REJECTED
            EService:Market in cancel_only mode | REJECTED | REJECTED | REJECTED
            EService:Market in post_only mode | REJECTED | REJECTED | REJECTED
            EOrder:Unknown order | UNKNOWN | REJECTED | REJECTED
            EOrder:Invalid order | UNKNOWN | REJECTED | REJECTED
            EService:Unavailable | UNKNOWN | UNKNOWN | RETRY_SAFE
            EService:Busy | UNKNOWN | UNKNOWN | RETRY_SAFE
            EGeneral:Internal error | UNKNOWN | UNKNOWN | RETRY_SAFE
            """;

    private static Map<String, List<Verdict>> table() {
        Map<String, List<Verdict>> table = new TreeMap<>();
        TABLE.lines()
                .map(line -> line.split(" \\| ", -1))
                .forEach(cells -> table.put(
                        cells[0],
                        List.of(Verdict.valueOf(cells[1]), Verdict.valueOf(cells[2]), Verdict.valueOf(cells[3]))));
        return table;
    }

    @Test
    void everyListedErrorHasItsMeaningAndNothingElseIsListed() {
        table().forEach((error, verdicts) -> {
            for (String text : List.of(error, error + ":more words", error + ": 17:18")) {
                assertEquals(verdicts.get(0), KrakenErrors.of(Kind.PLACEMENT, text), text);
                assertEquals(verdicts.get(1), KrakenErrors.of(Kind.CANCEL, text), text);
                assertEquals(verdicts.get(2), KrakenErrors.of(Kind.READ, text), text);
            }
        });
        assertEquals(table().keySet(), new TreeSet<>(KrakenErrors.listed()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "E",
                "EOrder",
                "EOrder:",
                "EOrder:Something new",
                "EAPI:Something new",
                "EQuery:Unknown",
                "ETrade:Locked",
                "eorder:insufficient funds",
                "EOrder:Insufficient funds and more",
                "EOrder Insufficient funds",
                "EOrder:\u2003Insufficient funds",
                "EOrder:Insufficient funds\u0085",
                "EOrder:EOrder:Insufficient funds",
                "Insufficient funds"
            })
    void whatIsNotListedSaysNothingWhateverItsPrefix(String error) {
        assertEquals(Verdict.UNKNOWN, KrakenErrors.of(Kind.PLACEMENT, error));
        assertEquals(Verdict.UNKNOWN, KrakenErrors.of(Kind.CANCEL, error));
        assertEquals(Verdict.REJECTED, KrakenErrors.of(Kind.READ, error));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EGeneral:Invalid arguments:cl_ord_id",
                "EOrder:Invalid price:Duplicate order",
                "EGeneral:Invalid arguments:duplicate client id"
            })
    void whatMayMeanThatTheIdIsInUseSaysThatOursMayExist(String error) {
        assertEquals(Verdict.UNKNOWN, KrakenErrors.of(Kind.PLACEMENT, error));
    }

    @ParameterizedTest
    @CsvSource({
        "EOrder:Insufficient funds, EAPI:Invalid nonce, REJECTED",
        "EAPI:Invalid nonce, EAPI:Rate limit exceeded, RETRY_SAFE",
        "EOrder:Insufficient funds, EAPI:Invalid key, HALT",
        "EAPI:Invalid key, EService:Busy, UNKNOWN",
        "EOrder:Insufficient funds, ENew:thing, UNKNOWN"
    })
    void severalErrorsAreAsDefiniteAsTheLeastDefinite(String first, String second, Verdict verdict) {
        assertEquals(verdict, KrakenErrors.of(Kind.PLACEMENT, List.of(first, second)));
        assertEquals(verdict, KrakenErrors.of(Kind.PLACEMENT, List.of(second, first)));
    }

    @Test
    void noErrorAtAllIsNotSorted() {
        assertThrows(IllegalArgumentException.class, () -> KrakenErrors.of(Kind.READ, List.of()));
    }

    @Test
    void aBlankAfterTheColonIsPassedOver() {
        assertTrue(KrakenErrors.saysThrottled("EService: Throttled: 1750000000"));
        assertEquals(Verdict.RETRY_SAFE, KrakenErrors.of(Kind.PLACEMENT, "EService: Throttled: 1750000000"));
    }

    /** The reference page is the twin: its table of strings, with the rulings applied. */
    @Test
    void theTableIsTheReferencePagesUnderTheRulings() throws IOException {
        String page = Files.readString(ReferenceData.find("protocols/errors-and-retries.md"));
        String section = page.substring(page.indexOf("## 3. Kraken"), page.indexOf("## 4. Stop-trading matrix"));
        Map<String, Verdict> classes = new TreeMap<>();
        for (String line : section.lines().filter(l -> l.startsWith("| `")).toList()) {
            String[] cells = line.split("\\|", -1);
            Verdict verdict = ruled(cells[2].strip().replace("*", ""));
            Matcher quoted = Pattern.compile("`([^`]+)`").matcher(cells[1]);
            String prefix = "";
            while (quoted.find()) {
                String text = quoted.group(1)
                        .replaceAll("(\\[?:…\\]?|…|\\[:code\\])$", "")
                        .replace("EService: ", "EService:");
                String prefixed = text.matches("E[A-Za-z]+:.*")
                        ? text
                        : text.contains("_only mode") ? "EService:Market in post_only mode" : prefix + ":" + text;
                prefix = prefixed.substring(0, prefixed.indexOf(':'));
                classes.put(prefixed.replace(":CAL", "").replaceAll("\\[:$|:$|\\[$", ""), verdict);
            }
        }
        assertEquals(classes.keySet(), new TreeSet<>(KrakenErrors.listed()));
        classes.forEach((error, verdict) -> assertEquals(verdict, KrakenErrors.of(Kind.PLACEMENT, error), error));
    }

    private static Verdict ruled(String words) {
        for (Verdict verdict : List.of(Verdict.HALT, Verdict.RETRY_SAFE, Verdict.REJECTED)) {
            if (words.startsWith(verdict.name())) {
                return verdict;
            }
        }
        return Verdict.UNKNOWN;
    }
}

package dev.sextant.local.venue.kraken.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.local.venue.kraken.account.Refusal;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.Tier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyGateTest {

    /** From Kraken's documentation. */
    private static final KrakenKey KEY = new KrakenKey(
            "published",
            "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==",
            Set.of(Right.FUNDS, Right.PLACE));

    private static final long NOW = 1_767_225_600_000L;

    private final KeyGate gate = new KeyGate(List.of(KEY), Tier.STARTER);

    private static KrakenCall call(String path, String body, String sign) {
        return new KrakenCall("POST", path, body, Form.of(body), KEY.key(), sign);
    }

    private static KrakenCall signed(String nonce) {
        KrakenCall bare = call("/0/private/Balance", "nonce=" + nonce, "");
        return call("/0/private/Balance", "nonce=" + nonce, KeyGate.signature(KEY, bare, nonce));
    }

    private String refusal(KrakenCall call, Right need) {
        return assertThrows(Refusal.class, () -> gate.pass(call, need, 1, NOW)).words();
    }

    @ParameterizedTest
    @CsvSource({
        "/0/private/AddOrder, nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25,"
                + "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==",
        "/0/private/Balance, nonce=1616492376595,"
                + "9qsYnAxkAt04Q9bMOFfYWglY6B/1ShQtPB2GO659iotiVGrR7HnEEhGS8TlToTniR3G4Y+HNrzV7X6iksOh5jQ==",
        "/0/private/CancelAllOrdersAfter, nonce=1616492376596&timeout=60,"
                + "hdUKUauEY2innFu2PrFP8WDGHwg+lrH3aeugCzhjUj0IB4m+WePCCewcCEa11GYqPso0duozisvho2ZCjIg4xQ=="
    })
    void thePublishedSignaturesPassAndAnyOtherDoesNot(String path, String body, String sign) {
        assertEquals("EAPI:Invalid signature", refusal(call(path, body, "A" + sign.substring(1)), Right.FUNDS));
        assertEquals("EAPI:Invalid signature", refusal(call(path, body + "&x=1", sign), Right.FUNDS));
        assertEquals("EAPI:Invalid signature", refusal(call(path + "x", body, sign), Right.FUNDS));
        assertEquals(KEY, gate.pass(call(path, body, sign), Right.FUNDS, 0, NOW));
    }

    @Test
    void noncesRiseToTheEndOfSixtyFourBits() {
        gate.pass(signed("5"), Right.FUNDS, 0, NOW);
        assertEquals("EAPI:Invalid nonce", refusal(signed("5"), Right.FUNDS));
        assertEquals("EAPI:Invalid nonce", refusal(signed("4"), Right.FUNDS));
        gate.pass(signed("18446744073709551615"), Right.FUNDS, 0, NOW);
        assertEquals("EAPI:Invalid nonce", refusal(signed("18446744073709551616"), Right.FUNDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce=", "nonce=-1", "nonce=x", "x=1", ""})
    void whatIsNoNonceIsRefused(String body) {
        assertEquals("EAPI:Invalid nonce", refusal(call("/0/private/Balance", body, "s"), Right.FUNDS));
    }

    @Test
    void aRightThatTheKeyLacksAndACounterThatIsFullAreRefusedAndTheNonceIsSpent() {
        assertEquals("EGeneral:Permission denied", refusal(signed("7"), Right.CANCEL));
        assertEquals("EAPI:Invalid nonce", refusal(signed("7"), Right.FUNDS));
        for (int i = 0; i < 15; i++) {
            gate.pass(signed(Integer.toString(10 + i)), Right.FUNDS, 1, NOW);
        }
        assertEquals("EAPI:Rate limit exceeded", refusal(signed("30"), Right.FUNDS));
        gate.pass(signed("31"), Right.FUNDS, 1, NOW + 4_000);
    }
}

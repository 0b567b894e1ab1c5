package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSignerTest {

    private static final String ED25519_KEY = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            F1 | symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943 | 3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9
            F2 | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=9000&recvWindow=5000&timestamp=1591702613943 | ec11dcc17e67e47f0d3c3f513dfe9062307e37619c5c82ebaa8fe0bdf3d59519
            F4 | algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&triggerPrice=80000.0&closePosition=true&workingType=MARK_PRICE&priceProtect=true&clientAlgoId=sl-0001&recvWindow=5000&timestamp=1790000000000 | beecf2c3a2fd182917d77ce4f4eed990750502caa1065734025b75548a5ac11e
            """)
    void hmacGivesThePublishedSignature(String name, String payload, String signature) {
        assertEquals(signature, new HmacSigner(Desk.SECRET).sign(payload));
    }

    @Test
    void valuesAreEncodedFirstAndSignedThen() {
        String batch = "[{\"symbol\":\"BTCUSDT\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"GTX\","
                + "\"quantity\":\"0.001\",\"price\":\"60000.0\",\"newClientOrderId\":\"b-1\"}]";
        String payload = new Parameters()
                .with("batchOrders", batch)
                .with("recvWindow", 5_000)
                .with("timestamp", 1_790_000_000_000L)
                .encoded();
        assertEquals(
                "fc28a6aae39db4e8128733a6914048c02df98c7ebe17fe11752c4bf1c5d8166a",
                new HmacSigner(Desk.SECRET).sign(payload));
    }

    @ParameterizedTest
    @CsvSource({
        "symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=0.2&timestamp=1668481559918&recvWindow=5000,"
                + "XtZirsmmi0noRzUfkqktvkVfxpkq%2FWtbLg2UOL3QGYdUBZVlqOBEMuEVw8zioY93N54NcKj9UuAXQEa9zgTDBg%3D%3D",
        "apiKey=test-key&timestamp=1649729878532,"
                + "tuYYP5HsC7Xo8QWXHwy7cDXhlWsjQv2Mx98iN6ZKPVX07h4igY9e4BkdiFgdeb4ZyGOeqh0sHNhXN2MnfIPxBQ%3D%3D"
    })
    void ed25519GivesThePublishedSignatureReadyForAUrl(String payload, String signature) {
        assertEquals(signature, new Ed25519Signer(ED25519_KEY).sign(payload));
    }

    @Test
    void aPemFileIsAKeyAsWell() {
        String pem = "-----BEGIN PRIVATE KEY-----\n" + ED25519_KEY + "\n-----END PRIVATE KEY-----\n";
        assertEquals(new Ed25519Signer(ED25519_KEY).sign("a=1"), new Ed25519Signer(pem).sign("a=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64 at all!", "bm90IGEga2V5IGluIGFueSBmb3Jt"})
    void aKeyThatIsNoneIsRefusedWithoutRepeatingIt(String text) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new Ed25519Signer(text));
        assertFalse(String.valueOf(refusal.getMessage()).contains(text));
    }

    @Test
    void signersDoNotPrintTheirKeys() {
        assertEquals("HmacSigner[***]", new HmacSigner(Desk.SECRET).toString());
        assertEquals("Ed25519Signer[***]", new Ed25519Signer(ED25519_KEY).toString());
    }
}

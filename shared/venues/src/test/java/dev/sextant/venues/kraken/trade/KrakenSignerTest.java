package dev.sextant.venues.kraken.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenSignerTest {

    /** The secret of Kraken's published example; it opens nothing. */
    static final String SECRET =
            "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

    static final KrakenCredentials CREDENTIALS = new KrakenCredentials("AAAABBBBCCCCDDDDEEEE", SECRET);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AddOrder|1616492376594|nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"
                        + "|4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==",
                "AddOrder|1616492376594|{\"nonce\":1616492376594,\"ordertype\":\"limit\",\"pair\":\"XBTUSD\","
                        + "\"price\":\"37500\",\"type\":\"buy\",\"volume\":\"1.25\"}"
                        + "|kMkTQfyYJH05IdnWQ9TIqL9Kq+dKqcD5O/TGPPLRwwy1is/YvqEYtMAHf7tXsqwfbLwp7pbzJzWHxzKPnL8rfA==",
                "Balance|1616492376595|nonce=1616492376595"
                        + "|9qsYnAxkAt04Q9bMOFfYWglY6B/1ShQtPB2GO659iotiVGrR7HnEEhGS8TlToTniR3G4Y+HNrzV7X6iksOh5jQ==",
                "GetWebSocketsToken|1616492376595|nonce=1616492376595"
                        + "|9+sByJ+GoGcsG24mbEPvXhxunYLRQw1QCR9Y9Cq+7ZKUbYPOvacooUSLgu56t/gXR+hpWD3RrgSUxfDB6rsBkQ==",
                "CancelAllOrdersAfter|1616492376596|nonce=1616492376596&timeout=60"
                        + "|hdUKUauEY2innFu2PrFP8WDGHwg+lrH3aeugCzhjUj0IB4m+WePCCewcCEa11GYqPso0duozisvho2ZCjIg4xQ=="
            })
    void signsAsThePublishedVectorsSay(String method, long nonce, String body, String signature) {
        assertEquals(signature, CREDENTIALS.signer().sign("/0/private/" + method, nonce, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"
                        + "|23a1c1b34c6a11d641af0f24684896cb90f66fb991125c83dc357bdc3dc146f1",
                "{\"nonce\":1616492376594,\"ordertype\":\"limit\",\"pair\":\"XBTUSD\",\"price\":\"37500\","
                        + "\"type\":\"buy\",\"volume\":\"1.25\"}"
                        + "|1fe2b262e7f91c3b22847690b63bb73ecee363f2a3e2c089b564cfc73673f9dc"
            })
    void theDigestInBetweenIsAsPublished(String body, String sha256) {
        assertEquals(sha256, HexFormat.of().formatHex(KrakenSigner.digest(1_616_492_376_594L, body)));
    }

    @Test
    void aCallIsSentAsItWasSigned() {
        KrakenRequest request = KrakenRequest.post(
                Calls.cancelAllAfter(60), CREDENTIALS.apiKey(), CREDENTIALS.signer(), 1_616_492_376_596L);
        assertEquals("POST", request.method());
        assertEquals("/0/private/CancelAllOrdersAfter", request.target());
        assertEquals("nonce=1616492376596&timeout=60", request.body());
        assertEquals(
                "hdUKUauEY2innFu2PrFP8WDGHwg+lrH3aeugCzhjUj0IB4m+WePCCewcCEa11GYqPso0duozisvho2ZCjIg4xQ==",
                request.headers().get("API-Sign"));
        assertEquals(CREDENTIALS.apiKey(), request.headers().get("API-Key"));
        assertEquals("application/x-www-form-urlencoded", request.headers().get("Content-Type"));
        assertEquals("KrakenRequest[POST /0/private/CancelAllOrdersAfter]", request.toString());
    }

    @Test
    void aBodyWithoutItsNonceIsNotSigned() {
        assertThrows(IllegalArgumentException.class, () -> CREDENTIALS.signer().sign("/0/private/X", 2, "nonce=1"));
    }

    @Test
    void theSecretIsNeverShown() {
        assertEquals("KrakenCredentials[key AAAA…, secret ***]", CREDENTIALS.toString());
        assertEquals("KrakenSigner[***]", CREDENTIALS.signer().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not+base64*at/all==not+base64*at/all==", "AAAA", "kQH5HW/8p1uGOVjbgWA7FunA€"})
    void aSecretThatIsNotBase64IsRefusedWithoutShowingIt(String secret) {
        Exception refusal = assertThrows(
                IllegalArgumentException.class,
                () -> KrakenCredentials.fromEnvironment(
                        Map.of("K_API_KEY", CREDENTIALS.apiKey(), "K_API_SECRET", secret), "K"));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(
                message.startsWith("K_API_SECRET has " + secret.length() + " characters and is not base64"), message);
        assertFalse(!secret.isEmpty() && message.contains(secret), message);
        assertEquals(null, refusal.getCause());
    }

    @Test
    void aMissingKeyIsNamed() {
        Exception refusal = assertThrows(
                IllegalArgumentException.class,
                () -> KrakenCredentials.fromEnvironment(Map.of("K_API_SECRET", SECRET), "K"));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("K_API_KEY has 0 characters"));
        assertEquals(
                CREDENTIALS,
                KrakenCredentials.fromEnvironment(
                        Map.of("K_API_KEY", CREDENTIALS.apiKey(), "K_API_SECRET", SECRET), "K"));
    }
}

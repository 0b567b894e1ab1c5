package dev.sextant.venues.http;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class SendOnceTest {

    @Test
    void onlyAConnectionThatNeverOpenedMeansNothingWasSent() {
        assertInstanceOf(SendOnce.Outcome.NotSent.class, SendOnce.failure(new ConnectException("refused")));
        assertInstanceOf(
                SendOnce.Outcome.NotSent.class, SendOnce.failure(new HttpConnectTimeoutException("timed out")));
        assertInstanceOf(SendOnce.Outcome.Lost.class, SendOnce.failure(new IOException("reset")));
    }

    @Test
    void aFailureOfEncryptionLeavesItOpenWhetherTheRequestLeft() {
        assertInstanceOf(
                SendOnce.Outcome.Lost.class, SendOnce.failure(new SSLHandshakeException("certificate_unknown")));
    }
}

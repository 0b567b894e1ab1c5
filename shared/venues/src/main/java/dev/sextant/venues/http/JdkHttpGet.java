package dev.sextant.venues.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** {@link HttpGet} on the JDK's client. Follows no redirect and keeps at most {@code maxBodyBytes} of an answer. */
public final class JdkHttpGet implements HttpGet {

    private final HttpClient client;
    private final long maxBodyBytes;

    /** @param maxBodyBytes a longer answer fails with an {@link IOException} */
    public JdkHttpGet(HttpClient client, long maxBodyBytes) {
        this.client = client;
        this.maxBodyBytes = maxBodyBytes;
    }

    /** A client for venues: HTTP/1.1, no redirects, bounded connect time. */
    public static HttpClient newClient(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    @Override
    public HttpReply get(URI uri, Duration timeout) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(timeout).GET().build();
        HttpResponse<byte[]> response = client.send(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), maxBodyBytes));
        return HttpReply.of(response.statusCode(), response.headers(), response.body());
    }
}
